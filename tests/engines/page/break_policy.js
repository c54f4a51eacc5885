/** @file Does what the strict policy forbids. */

fetch('http://elsewhere.example/forbidden').catch(() => {});
document.body.appendChild(document.createElement('img')).src = 'http://elsewhere.example/forbidden.png';
try {
  document.body.appendChild(document.createElement('p')).innerHTML = '<b onclick="alert(1)">x</b>';
} catch {
  // It is the report that is looked for.
}
