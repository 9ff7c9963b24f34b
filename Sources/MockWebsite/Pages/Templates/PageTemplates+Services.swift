extension PageTemplates {
  static let inquiries = """
    {{<layout}}{{$title}}{{w.inquiries}}{{/title}}{{$main}}
    {{#inquiries}}{{#itemsAny}}<div class="scroll"><table id="inquiries"><thead><tr><th>{{w.subject}}</th><th>{{w.at}}</th><th>{{w.status}}</th></tr></thead>
    <tbody>{{#items}}<tr data-inquiry="{{inquiryId}}" data-status="{{status}}"><td><a href="/inquiries/{{inquiryId}}">{{subject}}</a></td><td><time datetime="{{createdAt}}">{{createdAtText}}</time></td><td>{{statusText}}</td></tr>{{/items}}</tbody></table></div>{{/itemsAny}}
    {{^itemsAny}}<p id="none">{{w.noInquiries}}</p>{{/itemsAny}}{{/inquiries}}
    {{#inquiriesNext}}<p><a rel="next" href="{{inquiriesNext}}">{{w.more}}</a></p>{{/inquiriesNext}}
    <h2>{{w.newInquiry}}</h2><form class="box" method="post" action="/inquiries" id="inquiry">{{> guard}}
    <label for="subject">{{w.subject}}</label><input id="subject" name="subject" required maxlength="50" value="{{values.subject}}">
    <label for="text">{{w.text}}</label><input id="text" name="text" required maxlength="500" value="{{values.text}}">
    <label for="sku">{{w.product}}</label><input id="sku" name="sku" value="{{#values}}{{sku}}{{/values}}{{^values}}{{query.sku}}{{/values}}">
    <button>{{w.send}}</button></form>
    {{/main}}{{/layout}}
    """

  static let inquiry = """
    {{<layout}}{{$title}}{{#inquiry}}{{subject}}{{/inquiry}}{{/title}}{{$main}}
    {{#inquiry}}<dl>
    <dt>{{w.inquiry}}</dt><dd id="inquiry-id">{{inquiryId}}</dd>
    <dt>{{w.status}}</dt><dd id="inquiry-status" data-status="{{status}}" data-version="{{version}}">{{statusText}}</dd>
    {{#sku}}<dt>{{w.product}}</dt><dd><a href="/products/{{sku}}" id="inquiry-sku">{{sku}}</a></dd>{{/sku}}
    {{#contact}}<dt>{{w.contact}}</dt><dd><a href="{{link}}" id="contact">{{nameText}}</a></dd>{{/contact}}
    {{#quote}}<dt>{{w.quote}}</dt><dd>¥<span id="quote">{{amount}}</span></dd><dt>{{w.validUntil}}</dt><dd><time datetime="{{validUntil}}">{{validUntilText}}</time></dd>{{/quote}}
    </dl>
    <ol id="messages">{{#messages}}<li data-message="{{messageId}}" data-author="{{author}}"><time datetime="{{at}}">{{atText}}</time> {{authorText}} ({{platformText}}): <span class="text">{{text}}</span>{{#amount}} <span class="price">¥{{amount}}</span>{{/amount}}</li>{{/messages}}</ol>
    {{^is_closed}}<form class="box" method="post" action="/inquiries/{{inquiryId}}/replies" id="reply">{{> guard}}
    <label for="reply-text">{{w.text}}</label><input id="reply-text" name="text" required maxlength="500" value="{{values.text}}">
    <label for="accept">{{w.quote}}</label><select id="accept" name="accept"><option value="">{{w.acceptLater}}</option><option value="yes">{{w.acceptYes}}</option><option value="no">{{w.acceptNo}}</option></select>
    <button>{{w.send}}</button></form>{{/is_closed}}
    {{/inquiry}}{{/main}}{{/layout}}
    """

  static let solutions = """
    {{<layout}}{{$title}}{{w.solutions}}{{/title}}{{$main}}
    {{#solutions}}{{#itemsAny}}<div class="scroll"><table id="solutions"><thead><tr><th>{{w.solution}}</th><th>{{w.at}}</th><th>{{w.stage}}</th></tr></thead>
    <tbody>{{#items}}<tr data-solution="{{solutionId}}" data-stage="{{stage}}"><td><a href="/solutions/{{solutionId}}">{{title}}</a></td><td><time datetime="{{createdAt}}">{{createdAtText}}</time></td><td>{{stageText}}</td></tr>{{/items}}</tbody></table></div>{{/itemsAny}}
    {{^itemsAny}}<p id="none">{{w.noSolutions}}</p>{{/itemsAny}}{{/solutions}}
    {{#solutionsNext}}<p><a rel="next" href="{{solutionsNext}}">{{w.more}}</a></p>{{/solutionsNext}}
    <h2>{{w.newSolution}}</h2><form class="box" method="post" action="/solutions" id="solution">{{> guard}}
    <label for="title">{{w.subject}}</label><input id="title" name="title" required maxlength="50" value="{{values.title}}">
    <label for="need">{{w.need}}</label><input id="need" name="need" required maxlength="500" value="{{values.need}}">
    <label for="budget">{{w.budget}}</label><input id="budget" name="budget" inputmode="decimal" value="{{values.budget}}">
    <button>{{w.send}}</button></form>
    {{/main}}{{/layout}}
    """

  static let solution = """
    {{<layout}}{{$title}}{{#solution}}{{title}}{{/solution}}{{/title}}{{$main}}
    {{#solution}}<dl>
    <dt>{{w.solution}}</dt><dd id="solution-id">{{solutionId}}</dd>
    <dt>{{w.need}}</dt><dd id="need">{{need}}</dd>
    {{#budget}}<dt>{{w.budget}}</dt><dd>¥<span id="budget">{{budget}}</span></dd>{{/budget}}
    <dt>{{w.stage}}</dt><dd id="stage" data-stage="{{stage}}" data-version="{{version}}">{{stageText}}</dd>
    {{#contact}}<dt>{{w.contact}}</dt><dd><a href="{{link}}" id="contact">{{nameText}}</a></dd>{{/contact}}
    </dl>
    <ol id="stages">{{#stages}}<li data-stage="{{stage}}"><time datetime="{{at}}">{{atText}}</time> {{stageText}}{{#amount}} <span class="price">¥{{amount}}</span>{{/amount}} {{note}}</li>{{/stages}}</ol>
    {{/solution}}{{/main}}{{/layout}}
    """
}
