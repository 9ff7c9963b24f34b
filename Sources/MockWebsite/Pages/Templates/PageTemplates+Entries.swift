extension PageTemplates {
  static let entry = """
    {{<layout}}{{$title}}{{w.entry}}{{/title}}{{$main}}
    <p>{{w.entryHint}}</p>
    <p><img id="code" data-entry="{{entryKey}}" alt="{{w.entry}}" width="280" height="280" src="{{{picture}}}"></p>
    {{/main}}{{/layout}}
    """
}
