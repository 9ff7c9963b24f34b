extension PageTemplates {
  static let points = """
    {{<layout}}{{$title}}{{w.points}}{{/title}}{{$main}}
    {{#query.booked}}<p id="booked" role="status" data-entry="{{query.booked}}">{{w.booked}}</p>{{/query.booked}}
    {{#points}}<p>{{w.balance}} <strong id="balance">{{balance}}</strong></p>
    <div class="scroll"><table id="entries"><thead><tr><th>{{w.at}}</th><th>{{w.reason}}</th><th>{{w.origin}}</th><th class="number">{{w.points}}</th></tr></thead>
    <tbody>{{#entries}}<tr data-entry="{{entryId}}" data-amount="{{amount}}" data-origin="{{origin}}"><td><time datetime="{{at}}">{{atText}}</time></td><td class="reason">{{reason}}</td><td>{{originText}}</td><td class="number">{{amount}}</td></tr>{{/entries}}</tbody></table></div>{{/points}}
    {{#pointsNext}}<p><a rel="next" href="{{pointsNext}}">{{w.more}}</a></p>{{/pointsNext}}
    <h2>{{w.spend}}</h2><form class="box" method="post" action="/points/spend" id="spend">{{> guard}}
    <label for="spend-amount">{{w.points}}</label><input id="spend-amount" name="amount" type="number" min="1" required>
    <label for="spend-reason">{{w.reason}}</label><input id="spend-reason" name="reason" required><button>{{w.spend}}</button></form>
    <h2>{{w.earn}}</h2><form class="box" method="post" action="/points/earn" id="earn">{{> guard}}
    <label for="earn-amount">{{w.points}}</label><input id="earn-amount" name="amount" type="number" min="1" required>
    <label for="earn-reason">{{w.reason}}</label><input id="earn-reason" name="reason" required><button>{{w.earn}}</button></form>
    {{/main}}{{/layout}}
    """

  static let coupons = """
    {{<layout}}{{$title}}{{w.coupons}}{{/title}}{{$main}}
    {{#query.taken}}<p id="taken" role="status" data-coupon="{{query.taken}}">{{w.taken}}</p>{{/query.taken}}
    {{#coupons}}{{#itemsAny}}<div class="scroll"><table id="coupons"><thead><tr><th>{{w.coupon}}</th><th class="number">{{w.discount}}</th><th class="number">{{w.minimum}}</th><th>{{w.validUntil}}</th><th>{{w.status}}</th></tr></thead>
    <tbody>{{#items}}<tr data-coupon="{{couponId}}" data-offer="{{offer}}" data-status="{{status}}" data-order="{{orderId}}" data-version="{{version}}"><td>{{name}}</td><td class="number discount">{{discount}}</td><td class="number minimum">{{minimum}}</td><td><time datetime="{{validUntil}}">{{validUntilText}}</time></td><td>{{statusText}}</td></tr>{{/items}}</tbody></table></div>{{/itemsAny}}
    {{^itemsAny}}<p id="none">{{w.noCoupons}}</p>{{/itemsAny}}{{/coupons}}
    {{#couponsNext}}<p><a rel="next" href="{{couponsNext}}">{{w.more}}</a></p>{{/couponsNext}}
    <h2>{{w.offers}}</h2>
    <form class="box" method="post" action="/coupons" id="take">{{> guard}}
    <label for="offer">{{w.coupon}}</label><select id="offer" name="offer">{{#offers}}{{#items}}<option value="{{offer}}">{{name}} −{{discount}}</option>{{/items}}{{/offers}}</select><button>{{w.take}}</button></form>
    {{/main}}{{/layout}}
    """

  static let notifications = """
    {{<layout}}{{$title}}{{w.notifications}}{{/title}}{{$main}}
    {{#news}}{{#itemsAny}}<ul id="notifications">{{#items}}<li data-notification="{{notificationId}}" data-order="{{orderId}}" data-inquiry="{{inquiryId}}" data-solution="{{solutionId}}" data-contact="{{#contact}}{{link}}{{/contact}}" data-status="{{status}}" data-start="{{#booking}}{{startsAt}}{{/booking}}" data-local-start="{{#booking}}{{localStart}}{{/booking}}" data-address="{{#booking}}{{address}}{{/booking}}" data-notes="{{#booking}}{{notes}}{{/booking}}"><time datetime="{{at}}">{{atText}}</time> {{#orderId}}<a href="/orders/{{orderId}}">{{orderId}}</a> {{/orderId}}{{#inquiryId}}<a href="/inquiries/{{inquiryId}}">{{subject}}</a> {{/inquiryId}}{{#solutionId}}<a href="/solutions/{{solutionId}}">{{subject}}</a> {{/solutionId}}{{#booking}}<a href="/bookings/{{bookingId}}">{{service}} {{localStart}}</a> {{/booking}}{{titleText}}{{#amount}} <span class="price">¥{{amount}}</span>{{/amount}}{{#contact}} <a href="{{link}}">{{nameText}}</a>{{/contact}}
    {{^readAt}}<form class="row" method="post" action="/notifications/{{notificationId}}/read">{{> guard}}<button class="plain">{{w.markRead}}</button></form>{{/readAt}}</li>{{/items}}</ul>{{/itemsAny}}
    {{^itemsAny}}<p id="none">{{w.noNotifications}}</p>{{/itemsAny}}{{/news}}
    {{#newsNext}}<p><a rel="next" href="{{newsNext}}">{{w.more}}</a></p>{{/newsNext}}
    {{/main}}{{/layout}}
    """
}
