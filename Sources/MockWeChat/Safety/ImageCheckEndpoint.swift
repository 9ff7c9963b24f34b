import Foundation
import MockKit

/// `POST /wxa/img_sec_check`: a form with a picture; its file name and its bytes are searched.
struct ImageCheckEndpoint: WeChatEndpoint {
  let tokens: TokenBook
  let verdicts: VerdictBook

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    try tokens.check(call.query["access_token"])
    guard !call.body.isEmpty else { throw .emptyBody }
    guard call.body.range(of: Data("filename=".utf8)) != nil else { throw .mediaMissing }
    let verdict = verdicts.verdicts.first {
      call.body.range(of: Data($0.contains.utf8)) != nil
    }
    guard verdict?.suggest != .risky else { throw .riskyContent }
    return .ok()
  }
}
