extension PageTemplates {
  static let booking = """
    {{<layout}}{{$title}}{{w.booking}}{{/title}}{{$main}}
    {{#booking}}<dl>
    <dt>{{w.booking}}</dt><dd id="booking-id">{{bookingId}}</dd>
    <dt>{{w.service}}</dt><dd id="booking-service" data-service="{{service}}">{{nameText}}</dd>
    <dt>{{w.start}}</dt><dd><time id="booking-start" datetime="{{startsAt}}">{{localStart}}</time> <span id="booking-zone">{{timeZone}}</span></dd>
    <dt>{{w.place}}</dt><dd id="booking-address">{{address}}</dd>
    <dt>{{w.people}}</dt><dd id="booking-people">{{people}}</dd>
    {{#notes}}<dt>{{w.note}}</dt><dd id="booking-notes">{{notes}}</dd>{{/notes}}
    <dt>{{w.price}}</dt><dd class="price">¥<span id="booking-price">{{price}}</span></dd>
    {{#difference}}<dt>{{w.difference}}</dt><dd>¥<span id="booking-difference">{{difference}}</span></dd>{{/difference}}
    <dt>{{w.status}}</dt><dd id="booking-status" data-status="{{status}}" data-version="{{version}}">{{statusText}}</dd>
    </dl>
    {{#is_requested}}{{> bookingForms}}{{/is_requested}}{{#is_confirmed}}{{> bookingForms}}{{/is_confirmed}}
    {{/booking}}{{/main}}{{/layout}}
    """

  static let bookingForms = """
    <form class="box" method="post" action="/bookings/{{bookingId}}/upgrade" id="upgrade">{{> guard}}
    <label for="service">{{w.upgradeTo}}</label><select id="service" name="service">{{#services}}{{#items}}<option value="{{service}}">{{nameText}} ¥{{price}}</option>{{/items}}{{/services}}</select><button>{{w.upgrade}}</button></form>
    <form class="row" method="post" action="/bookings/{{bookingId}}/cancel" id="cancel">{{> guard}}<button class="quiet">{{w.cancelBooking}}</button></form>
    """
}
