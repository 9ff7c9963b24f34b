import CXML

/// What an expression gave; frees it in the end.
final class XPathEvaluation {
  private let object: UnsafeMutablePointer<xmlXPathObject>

  init(_ object: UnsafeMutablePointer<xmlXPathObject>) {
    self.object = object
    if let set = object.pointee.nodesetval, object.pointee.type == XPATH_NODESET {
      xmlXPathNodeSetSort(set)
    }
  }

  deinit { xmlXPathFreeObject(object) }

  /// In document order; `nil` for a string, number or boolean.
  var nodes: UnsafeBufferPointer<UnsafeMutablePointer<xmlNode>?>? {
    guard object.pointee.type == XPATH_NODESET else { return nil }
    guard let set = object.pointee.nodesetval else { return .init(start: nil, count: 0) }
    return UnsafeBufferPointer(start: set.pointee.nodeTab, count: Int(set.pointee.nodeNr))
  }

  /// As `string()` writes it.
  var text: String {
    guard let text = xmlXPathCastToString(object) else { return "" }
    defer { cxml_free(text) }
    return String(cString: text)
  }
}
