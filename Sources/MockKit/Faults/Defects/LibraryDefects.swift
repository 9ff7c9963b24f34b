import Foundation

/// What goes wrong with the library and with what members have of it.
extension FaultKind {
  static let exclusiveOpen = FaultKind(
    "exclusive_open", .defect, caughtBy: ["scenario:exclusive-download"],
    title: FaultText("members' reports for everybody", "专享资料人人可下"),
    meaning: FaultText(
      "The website hands a report for members alone to whoever has its address.",
      "会员专享的资料，任何人拿到地址就能从网站下载。"),
    stages: [.read])

  static let downloadTruncated = FaultKind(
    "download_truncated", .defect, caughtBy: ["scenario:downloads"],
    title: FaultText("a file is cut short", "下载的文件不完整"),
    meaning: FaultText(
      "The mini-program lists a download and hands out only the first half of its file.",
      "小程序列出了下载记录，但打开的文件只有前一半。"),
    stages: [.read], standard: { $0.link = .webToMini })
}

extension Shop {
  /// Whether a visitor gets what is for members alone.
  func opens(_ report: Report) -> Bool {
    fires(
      .exclusiveOpen, event: report.reportId, type: "GET /api/library/\(report.reportId)/file",
      entity: report.reportId) != nil
  }

  /// A downloaded file as its member gets it.
  func handedOut(_ file: ReportFile, as call: Call) -> ReportFile {
    guard fires(.downloadTruncated, event: file.name, type: "GET \(call.path)") != nil else {
      return file
    }
    var short = file
    short.data = file.data.prefix(file.data.count / 2)
    return short
  }
}
