/// How the page with the picture looks.
enum QRPageStyle {
  static let css = """
    :root{--ink:#1d2329;--soft:#5b6670;--line:#d9dee3;--paper:#fff;--ground:#f5f6f8;--brand:#067a3f}
    @media(prefers-color-scheme:dark){:root{--ink:#e7eaee;--soft:#a3adb8;--line:#343b43;--paper:#1b2026;--ground:#12161a;--brand:#4cc38a}}
    *{box-sizing:border-box}
    body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1rem;background:var(--ground);color:var(--ink);font:16px/1.6 system-ui,"PingFang SC","Noto Sans CJK SC",sans-serif}
    main{background:var(--paper);border:1px solid var(--line);border-radius:.8rem;padding:1.6rem;width:100%;max-width:26rem;text-align:center}
    h1{font-size:1.2rem;line-height:1.4;margin:0 0 1rem}
    a{color:var(--brand)}a:focus-visible,button:focus-visible{outline:3px solid var(--brand);outline-offset:2px}
    .code{width:15rem;max-width:100%;aspect-ratio:1;margin:auto;display:grid;place-items:center;background:#fff;color:#1d2329;border:1px solid var(--line);border-radius:.4rem;padding:.6rem}
    .code svg{width:100%;height:100%}
    #state{font-weight:600;min-height:1.6em}
    section{border-top:1px solid var(--line);margin-top:1rem;padding-top:.4rem}.soft{color:var(--soft);font-size:.9rem}
    button{display:block;width:100%;margin:.5rem 0;padding:.55rem 1rem;border:1px solid var(--line);border-radius:.4rem;background:none;color:inherit;font:inherit;cursor:pointer}
    #decide button{display:inline-block;width:auto;min-width:7rem}#confirm{background:var(--brand);border-color:var(--brand);color:var(--paper);font-weight:600}
    [hidden]{display:none!important}
    """
}
