/// Numbers for names in the order in which they come; plain decimal numbers take a shorter way than other names.
struct NodeNumbering {
  private(set) var names = NodeNames()
  /// The node of a plain number, by the number; `none` where there is no such node.
  private var byNumber = [UInt32]()
  /// The plain number of each node; `none` for a node with another name.
  private var numberOf = [UInt32]()
  /// Nodes of other names by their hash, in a table with open places.
  private var byHash = [UInt32](repeating: Self.none, count: 1024)
  private var hashed = 0
  private var nameBytes = 0

  static let none = UInt32.max
  /// Plain numbers from here on are names like others, so that the table stays small.
  private static let mostNumber = 1 << 26

  var count: Int { numberOf.count }
  /// Bytes held.
  var byteCount: Int { 4 * (byNumber.capacity + numberOf.capacity + byHash.capacity) + nameBytes + 8 * count }

  /// The node of a plain decimal number.
  @inline(__always)
  mutating func node(number: Int) -> UInt32 {
    if number < byNumber.count {
      let known = byNumber[number]
      if known != Self.none { return known }
    }
    return add(number: number)
  }

  @inline(never)
  private mutating func add(number: Int) -> UInt32 {
    if number >= byNumber.count {
      let room = max(1024, number + 1, min(Self.mostNumber, 2 * byNumber.count))
      byNumber += [UInt32](repeating: Self.none, count: room - byNumber.count)
    }
    let node = UInt32(count)
    byNumber[number] = node
    numberOf.append(UInt32(number))
    return node
  }

  /// The node of a name.
  mutating func node(_ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if let number = Self.plainNumber(name) { return node(number: number) }
    if 2 * (hashed + 1) > byHash.count { grow() }
    var place = Self.hash(name) & (byHash.count - 1)
    while byHash[place] != Self.none {
      if names.matches(nameIndex(byHash[place]), name) { return byHash[place] }
      place = (place + 1) & (byHash.count - 1)
    }
    let node = UInt32(count)
    byHash[place] = node
    hashed += 1
    // A node with a name of its own keeps the place of the name where others keep their number.
    numberOf.append(Self.named | UInt32(names.count))
    names.append(name)
    nameBytes += name.count
    return node
  }

  /// Marks a node that has a name in `names`.
  private static let named: UInt32 = 1 << 31

  private func nameIndex(_ node: UInt32) -> Int { Int(numberOf[Int(node)] & ~Self.named) }

  private mutating func grow() {
    var table = [UInt32](repeating: Self.none, count: 2 * byHash.count)
    for node in byHash where node != Self.none {
      var place = names.utf8(of: nameIndex(node)).withUnsafeBufferPointer { Self.hash($0) } & (table.count - 1)
      while table[place] != Self.none { place = (place + 1) & (table.count - 1) }
      table[place] = node
    }
    byHash = table
  }

  /// A number without leading zeros and below the bound, or nil.
  @inline(__always)
  static func plainNumber(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
    guard (1...8).contains(name.count), name[0] != 48 || name.count == 1 else { return nil }
    var value = 0
    for byte in name {
      guard byte &- 48 < 10 else { return nil }
      value = value &* 10 &+ Int(byte &- 48)
    }
    return value < mostNumber ? value : nil
  }

  /// Source: Fowler, Noll and Vo, FNV-1a with 64 bits, its high half folded in.
  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & 0x7FFF_FFFF_FFFF_FFFF)
  }

  /// The final numbers: nodes of plain numbers in the order of these, then the others as they came.
  ///
  /// - Returns: the names in that order, and the new number of each node.
  consuming func finish() -> (names: NodeNames, renumbering: [UInt32]) {
    var renumbering = [UInt32](repeating: 0, count: count)
    var ordered = NodeNames()
    for (number, node) in byNumber.enumerated() where node != Self.none {
      renumbering[Int(node)] = UInt32(ordered.count)
      ordered.append(String(number).utf8)
    }
    for node in 0..<count where numberOf[node] & Self.named != 0 {
      renumbering[node] = UInt32(ordered.count)
      ordered.append(names.utf8(of: nameIndex(UInt32(node))))
    }
    return (ordered, renumbering)
  }
}
