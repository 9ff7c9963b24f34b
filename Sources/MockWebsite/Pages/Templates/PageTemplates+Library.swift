extension PageTemplates {
  static let library = """
    {{<layout}}{{$title}}{{w.library}}{{/title}}{{$main}}
    {{#library}}<ul class="cards" id="library">{{#items}}<li class="card" data-report="{{reportId}}"><h2><a href="/library/{{reportId}}">{{titleText}}</a></h2>
    <p class="soft">{{format}}{{#exclusive}} · {{w.membersOnly}}{{/exclusive}}</p></li>{{/items}}</ul>{{/library}}
    {{#me}}<p><a href="/downloads">{{w.downloads}}</a></p>{{/me}}
    {{/main}}{{/layout}}
    """

  /// A visitor is led to register, and back here with the link that he came by.
  static let report = """
    {{<layout}}{{$title}}{{#report}}{{titleText}}{{/report}}{{/title}}{{$main}}
    {{#report}}<dl><dt>{{w.format}}</dt><dd id="format">{{format}}</dd>
    {{#exclusive}}<dt>{{w.membersOnly}}</dt><dd id="exclusive">✓</dd>{{/exclusive}}</dl>
    {{#me}}<form class="row" method="post" action="/library/{{reportId}}/download" id="download">{{> guard}}<input type="hidden" name="link" value="{{#values}}{{link}}{{/values}}{{^values}}{{query.link}}{{/values}}"><button>{{w.download}}</button></form>{{/me}}
    {{^me}}<p><a id="register-first" href="/register?next=/library/{{reportId}}%3Flink%3D{{query.link}}">{{w.registerToDownload}}</a> · <a href="/login?next=/library/{{reportId}}%3Flink%3D{{query.link}}">{{w.loginToDownload}}</a></p>
    {{^exclusive}}<p><a id="open" href="/api/library/{{reportId}}/file">{{w.openFile}}</a></p>{{/exclusive}}{{/me}}{{/report}}
    {{/main}}{{/layout}}
    """

  static let downloads = """
    {{<layout}}{{$title}}{{w.downloads}}{{/title}}{{$main}}
    {{#query.done}}<p id="done" role="status" data-report="{{query.done}}">{{w.downloaded}}</p>{{/query.done}}
    {{#downloads}}{{#itemsAny}}<div class="scroll"><table id="downloads"><thead><tr><th>{{w.library}}</th><th>{{w.format}}</th><th>{{w.downloadedAt}}</th><th></th></tr></thead>
    <tbody>{{#items}}<tr data-report="{{reportId}}"><td>{{titleText}}</td><td>{{format}}</td><td><time datetime="{{downloadedAt}}">{{downloadedAtText}}</time></td><td><a href="{{path}}">{{w.openFile}}</a></td></tr>{{/items}}</tbody></table></div>{{/itemsAny}}
    {{^itemsAny}}<p id="none">{{w.noDownloads}}</p>{{/itemsAny}}{{/downloads}}
    {{#downloadsNext}}<p><a rel="next" href="{{downloadsNext}}">{{w.more}}</a></p>{{/downloadsNext}}
    {{/main}}{{/layout}}
    """
}
