/// One event of a server-sent stream, in the form of the HTML Living Standard, section 9.2.
enum ServerSentEvent {
  /// The bytes of an event. `data` is one line of JSON: JSON text never holds a raw line break.
  static func encode(_ name: StaticString, id: String? = nil, data: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(data.count + 64)
    if let id {
      bytes.append(contentsOf: "id: \(id)\n".utf8)
    }
    bytes.append(contentsOf: "event: ".utf8)
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: "\ndata: ".utf8)
    bytes.append(contentsOf: data)
    bytes.append(contentsOf: "\n\n".utf8)
    return bytes
  }

  /// An identifier by itself: the browser remembers it to resume from, and hands on nothing.
  static func mark(_ id: String) -> [UInt8] { Array("id: \(id)\n\n".utf8) }
}
