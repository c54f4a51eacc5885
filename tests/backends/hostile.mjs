/** @file What people put into comments who mean harm, or who do not know better. */

export const hostile = [
  '<script>alert(1)</script><img src=x onerror=alert(1)> & 1 < 2',
  '<a href="javascript:alert(1)" onclick="alert(1)">here</a> <a href=" java&#10;script:alert(1)">there</a>',
  '<b><i>never closed <blockquote> </b></p></div></body>',
  '<svg><style><img src=x onerror=alert(1)></style></svg><math><mtext></p><style><!--</style><img title="--><img src=x onerror=alert(1)>">',
  'https://a.example/?x="onmouseover=alert(1)// and \u202Egpj.exe and [md](javascript:alert(1)) and \u{1F469}\u200D\u{1F680}',
];

/** As many names. */
export const hostileNames = ['Tom & <b>Jerry</b>', '"><img src=x onerror=alert(1)>', '\u202Enimda', '&lt;i&gt; &amp;amp;', 'O\'Neill \\ "Q"'];
