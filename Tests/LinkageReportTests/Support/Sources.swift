import LinkageCore

/// Scenario files that the hand-made runs cite.
enum Sources {
  static let login = SourceFile(
    path: "scenarios/members/web-register-mini-login.yaml",
    text: """
      scenario: web-register-mini-login
      title: { en: "Register on the website, log in to the mini-program", zh: "网站注册 → 小程序登录" }
      priority: P0
      actors: { alice: { phone: "${fake.phone()}", password: "${fake.password()}" } }
      steps:
        - id: register
          do: web.register
          as: alice
        - id: login
          do: mini.login
          as: alice
          sync: { since: register }
          expect:
            - out.memberId == register.out.memberId
        - id: again
          do: web.register
          as: alice
          fails: phone_taken

      """)

  static let points = SourceFile(
    path: "scenarios/points/earn-in-mini.yaml",
    text: """
      scenario: earn-in-mini
      title: { en: "Earn points in the mini-program, see them on the website", zh: "小程序赚积分 → 网站可见" }
      priority: P0
      actors: { alice: { phone: "${fake.phone()}", password: "${fake.password()}" } }
      steps:
        - id: register
          do: web.register
          as: alice
        - id: before
          do: web.member
          as: alice
        - id: earn
          do: mini.earnPoints
          as: alice
          with: { amount: 50, reason: daily-task }
        - id: balance
          do: web.member
          as: alice
          sync: { since: earn, until: out.entries.size() > 0 }
          expect:
            - out.points == before.out.points + earn.with.amount
            - out.level == 'silver' && out.name == before.out.name
        - id: ledger
          do: web.points
          as: alice
          sync: { since: earn }
          expect: [ out.points == balance.out.points, out.ok ]

      """)

  static let orders = SourceFile(
    path: "scenarios/orders/mini-order-web-lookup.yaml",
    text: """
      scenario: mini-order-web-lookup
      title: { en: "Order in the mini-program, find it on the website", zh: "小程序下单 → 网站查询" }
      steps:
        - { id: order, do: mini.placeOrder, as: alice, with: { sku: tea-01, count: 2 } }
        - { id: found, do: web.order, as: alice, sync: { since: order } }
        - { id: pay, do: mini.payOrder, as: alice }

      """)

  static let chinese = SourceFile(
    path: "场景/会员资料.yaml",
    text: """
      scenario: member-profile
      title: { en: "Profile parity", zh: "会员资料两端一致：昵称、等级与收货地址在修改后保持同步" }
      steps:
        - id: profile
          do: web.member
          as: alice
          expect:
            - '"昵称：" + out.name == "昵称：" + before.out.name'
            - >-
              out.addresses.all(a, a.city != "") &&
              out.level == before.out.level
            - "out.note == \\"a\\""

      """)

  static let hello = SourceFile(
    path: "hello.yaml",
    text: """
      scenario: hello-linkage
      platforms: { web: "http://127.0.0.1:4701", mini: "http://127.0.0.1:4702" }
      steps:
        - { id: page, on: web,  get: /health, expect: [ http.status == 200 ] }
        - { id: api,  on: mini, get: /health, expect: [ http.status == 200 ] }

      """)

  static let together = SourceFile(
    path: "scenarios/points/earn-together.yaml",
    text: """
      scenario: earn-together
      title: { en: "Earn on both sides at once", zh: "两端同时赚积分" }
      matrix: [ { level: gold, off: 10 }, { level: silver, off: 5 } ]
      actors: { alice: { phone: "${fake.phone()}" } }
      steps:
        - { id: join, use: ../flows/join.yaml, as: alice }
        - id: both
          together:
            - { id: onWeb, do: web.earn, as: alice, with: { amount: 50 } }
            - { id: onMini, do: mini.earn, as: alice, with: { amount: 50 } }
        - { id: often, use: ../flows/earn.yaml, as: alice, repeat: { times: 3, every: 50ms } }
        - { id: seen, do: web.member, as: alice, sync: { since: earn } }
        - id: same
          parity: member
          read: { web: web.member, mini: mini.member }
          as: alice
        - { id: quiet, do: mini.member, as: alice, stays: 3s, expect: [ out.points == 50 ] }
        - { id: locked, do: mini.login, as: alice, stays: 3s, fails: locked }
        - { id: earn, do: mini.earn, as: alice, repeat: { times: 20 }, expect: [ out.total == 50 ] }

      """)

  static let join = SourceFile(
    path: "scenarios/flows/join.yaml",
    text: """
      flow: join
      inputs: { phone: phone }
      steps:
        - { id: register, do: web.register }
        - id: login
          do: mini.login
          sync: { since: register }

      """)
}
