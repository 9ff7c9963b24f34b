extension PageTemplates {
  static let layout = """
    <!doctype html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>{{$title}}{{/title}} · {{w.site}}</title>
    <style>{{> style}}</style>
    <link rel="stylesheet" href="/theme.css">
    </head>
    <body>
    <a class="skip" href="#main">{{w.skip}}</a>
    <header>
    <nav aria-label="{{w.menu}}">
    <a class="brand" href="/">{{w.site}}</a>
    <a href="/library">{{w.library}}</a>
    {{#me}}<a href="/orders">{{w.orders}}</a><a href="/points">{{w.points}}</a><a href="/coupons">{{w.coupons}}</a><a href="/inquiries">{{w.inquiries}}</a><a href="/solutions">{{w.solutions}}</a><a href="/notifications">{{w.notifications}}</a><a href="/account" id="me">{{name}}</a>
    <form method="post" action="/logout" id="logout">{{> guard}}<button class="plain">{{w.logout}}</button></form>{{/me}}
    {{^me}}<a href="/login">{{w.login}}</a><a href="/register">{{w.register}}</a>{{/me}}
    <span class="languages"><a href="{{path}}?lang=en" lang="en">English</a> <a href="{{path}}?lang=zh" lang="zh-CN">中文</a></span>
    </nav>
    </header>
    <main id="main">
    {{#notice}}<p id="notice" role="status">{{notice}}</p>{{/notice}}
    <h1>{{$title}}{{/title}}</h1>
    {{> problem}}
    {{$main}}{{/main}}
    </main>
    <footer>{{w.footer}} <a href="{{privacyUrl}}" id="privacy">{{w.privacy}}</a> <a href="/docs?lang={{language}}">API</a> <span id="filing">{{filing}}</span></footer>
    </body>
    </html>
    """

  static let guardFields = """
    <input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="key" value="{{key}}">
    """

  static let problem = """
    {{#problem}}<p id="problem" role="alert" data-type="{{type}}"><strong>{{title}}</strong> {{detail}}</p>{{/problem}}
    """

  static let privacy = """
    {{<layout}}{{$title}}{{w.privacy}}{{/title}}{{$main}}{{#policy}}<p id="policy">{{privacyText}}</p>{{/policy}}{{/main}}{{/layout}}
    """

  static let failure = """
    {{<layout}}{{$title}}{{w.failure}}{{/title}}{{$main}}<p><a href="/">{{w.home}}</a></p>{{/main}}{{/layout}}
    """

  static let style = """
    :root{--ink:#1d2329;--soft:#5b6670;--line:#d9dee3;--paper:#fff;--ground:#f5f6f8;--brand:#0a7d4f;--bad:#b3261e}
    @media(prefers-color-scheme:dark){:root{--ink:#e7eaee;--soft:#a3adb8;--line:#343b43;--paper:#1b2026;--ground:#12161a;--brand:#4cc38a;--bad:#ff8a80}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.6 system-ui,"PingFang SC","Noto Sans CJK SC",sans-serif;font-family:var(--body)}
    header{background:var(--paper);border-bottom:1px solid var(--line)}
    nav{display:flex;flex-wrap:wrap;gap:.4rem 1.2rem;align-items:center;max-width:60rem;margin:auto;padding:.8rem 1rem}
    nav form{margin:0}.brand{font-weight:700;margin-right:auto}.brand::before{content:"";display:inline-block;width:1.4em;height:1.4em;margin-right:.4em;vertical-align:middle;background:url(/api/theme/logo.svg) center/contain no-repeat}
    .languages{font-size:.85rem}
    main,footer{max-width:60rem;margin:auto;padding:1rem}
    footer{color:var(--soft);font-size:.9rem}
    h1,h2,.brand{font-family:var(--heading)}h1{font-size:1.5rem;line-height:1.3;margin:.6rem 0 1rem}h2{font-size:1.1rem;margin:1.4rem 0 .5rem}
    a{color:var(--brand)}a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible{outline:3px solid var(--brand);outline-offset:2px}
    .skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.3rem;background:var(--paper);padding:.2rem .6rem}
    .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:1rem;padding:0;list-style:none}
    .card,form.box,dl,table{background:var(--paper);border:1px solid var(--line);border-radius:var(--radius)}
    .card{padding:1rem}.card h2{margin-top:0}.price{font-weight:700}.soft{color:var(--soft)}
    form.box{padding:1rem;max-width:26rem;margin:0 0 1rem}form.row{display:inline-block;margin:0 .5rem .5rem 0}
    label{display:block;margin:.5rem 0 .1rem}.sure input{width:auto}
    input,select{width:100%;padding:.5rem;border:1px solid var(--line);border-radius:calc(var(--radius)*.6);background:var(--ground);color:inherit;font:inherit}
    button{margin-top:.8rem;padding:.5rem 1.1rem;border:0;border-radius:calc(var(--radius)*.6);background:var(--brand);color:var(--paper);font:inherit;font-weight:600;cursor:pointer}
    .row button{margin:0}.plain{margin:0;padding:0;background:none;color:var(--brand);font-weight:400;text-decoration:underline}.quiet{background:none;border:1px solid var(--line);color:inherit}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1.2rem;padding:1rem;margin:0 0 1rem}dt{color:var(--soft)}dd{margin:0;min-width:0;overflow-wrap:anywhere}
    .scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:0 0 1rem}th,td{text-align:left;padding:.5rem .8rem;border-bottom:1px solid var(--line)}td.number,th.number{text-align:right}
    #notice,#problem{padding:.6rem 1rem;border-radius:.4rem;background:var(--paper);border-left:.3rem solid var(--brand)}#problem{border-color:var(--bad)}
    """
}
