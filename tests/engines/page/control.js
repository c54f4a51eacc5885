/** @file Shows what a page would that put in what others wrote as it is. It stands where the widget would. */

const host = document.body.appendChild(document.createElement('afterword-comments'));
const root = host.attachShadow({ mode: 'open' });
fetch('/control.json').then((answer) => answer.json()).then((all) => {
  root.innerHTML = all
    .map((html, index) => `<article data-comment="${index}"><div class="content">${html}</div></article>`).join('');
});
