/// The names of nodes: the bytes of all of them in one place, and where each ends.
public struct NodeNames: Sendable {
  private var bytes = [UInt8]()
  private var ends = [UInt32]()

  /// No names.
  public init() {}

  /// Names from strings, numbered in their order.
  public init(_ names: [String]) {
    for name in names { append(name.utf8) }
  }

  /// How many there are.
  public var count: Int { ends.count }

  /// The bytes that they hold in memory.
  public var byteCount: Int { bytes.count + 4 * ends.count }

  /// The name of a node.
  public subscript(node: Int) -> String { String(decoding: utf8(of: node), as: UTF8.self) }

  /// The bytes of a node's name.
  public func utf8(of node: Int) -> ArraySlice<UInt8> {
    bytes[(node == 0 ? 0 : Int(ends[node - 1]))..<Int(ends[node])]
  }

  /// The node of each name.
  public var numbers: [String: Int] {
    Dictionary((0..<count).map { (self[$0], $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func append(_ name: some Collection<UInt8>) {
    bytes.append(contentsOf: name)
    ends.append(UInt32(bytes.count))
  }

  /// Whether a node's name is these bytes.
  func matches(_ node: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let own = utf8(of: node)
    return own.count == name.count && own.elementsEqual(name)
  }
}
