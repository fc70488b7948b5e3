/// The plan of a category where records are read by it: flat lists at fixed places.
///
/// `measure` is the one judge of whether octets are a record; what walks a record afterwards relies on its lengths.
// Unchecked, since the lists are written once before any other thread sees them, and never let go of: there is one of
// each category.
struct AsterixLayout: @unchecked Sendable {
  /// The most octets of a field specification: no category has more bits.
  static let specificationOctetsMost = 8
  /// The most times that something is repeated by a bit behind it; a count in an octet says no more either.
  static let repetitionsMost = 255

  let category: Int
  let profile: UnsafeBufferPointer<AsterixPlan.Named>
  let nodes: UnsafePointer<AsterixPlan.Node>
  let fields: UnsafePointer<AsterixPlan.Field>
  let subfields: UnsafePointer<AsterixPlan.Named>
  let pool: UnsafePointer<UInt8>
  let registers: UnsafePointer<Int>
  let roles: UnsafePointer<AsterixRoles>
  /// The fields by their names, for those who ask by name.
  let paths: [String: AsterixField]

  init(_ table: AsterixTable, registers forms: [Int: AsterixForm]) {
    func kept<Element>(_ list: [Element]) -> UnsafeBufferPointer<Element> {
      let place = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(1, list.count))
      _ = place.initialize(from: list)
      return UnsafeBufferPointer(rebasing: place[..<list.count])
    }
    func base<Element>(_ list: [Element]) -> UnsafePointer<Element> { UnsafePointer(kept(list).baseAddress!) }
    let plan = AsterixPlan(table, registers: forms)
    category = plan.category
    profile = kept(plan.profile)
    (nodes, fields, subfields, pool) = (base(plan.nodes), base(plan.fields), base(plan.subfields), base(plan.pool))
    registers = base(plan.registers)
    roles = base([AsterixRoles(table.roles, plan.paths)])
    paths = plan.paths
  }

  /// Finds the items of the record at the front of some octets.
  ///
  /// - Throws: `AsterixRefusal`, when they are no record of this edition.
  @inline(__always)
  func measure(_ octets: Octets, extents: inout Int) throws(AsterixRefusal) -> AsterixItems {
    var items = AsterixItems()
    var at = try specification(octets, at: 0)
    let length = at
    for octet in 0..<length {
      var bits = octets[octet] & 0xFE
      while bits != 0 {
        let place = bits.leadingZeroBitCount
        bits &= 0x7F &>> UInt8(truncatingIfNeeded: place)
        let item = octet &* 7 &+ place
        guard item < profile.count, profile[item].node >= 0 else { throw .unknownItem }
        items.add(item, at: at)
        at = try measure(profile[item].node, octets, at: at, extents: &extents)
      }
    }
    items.length = at
    return items
  }

  /// Where a field specification ends (FSPEC of part 1, edition 2.2).
  @inline(__always)
  private func specification(_ octets: Octets, at start: Int) throws(AsterixRefusal) -> Int {
    var at = start
    repeat {
      guard at < octets.count else { throw .cutShort }
      guard at &- start < Self.specificationOctetsMost else { throw .unknownItem }
      at &+= 1
    } while octets[at &- 1] & 1 == 1
    return at
  }

  /// Where what a node describes ends.
  func measure(
    _ index: Int, _ octets: Octets, at start: Int, extents: inout Int
  ) throws(AsterixRefusal) -> Int {
    let node = nodes + index
    var at = start
    switch node.pointee.kind {
    case .fields:
      at &+= node.pointee.octets
    case .extended:
      var run = 0
      repeat {
        if run < node.pointee.count {
          at &+= nodes[node.pointee.first &+ run].octets
        } else {
          // A later edition goes on past what this one knows: those octets are passed over.
          guard run < Self.repetitionsMost else { throw .tooLong }
          extents += 1
          at &+= 1
        }
        run &+= 1
        guard at <= octets.count else { throw .cutShort }
      } while octets[at &- 1] & 1 == 1
    case .repetitive:
      return try measure(repetitive: node, octets, at: start, extents: &extents)
    case .compound:
      return try measure(compound: node, octets, at: start, extents: &extents)
    case .explicit:
      guard octets[at] > 0 else { throw .cutShort }
      at &+= Int(octets[at])
    }
    guard at <= octets.count else { throw .cutShort }
    return at
  }

  private func measure(
    repetitive node: UnsafePointer<AsterixPlan.Node>, _ octets: Octets, at start: Int, extents: inout Int
  ) throws(AsterixRefusal) -> Int {
    var at = start &+ node.pointee.octets
    guard at <= octets.count else { throw .cutShort }
    let first = node.pointee.first
    if node.pointee.octets > 0 {
      for _ in 0..<count(octets, at: start, in: node.pointee.octets) {
        at = try measure(first, octets, at: at, extents: &extents)
      }
      return at
    }
    for _ in 0..<Self.repetitionsMost {
      at = try measure(first, octets, at: at, extents: &extents)
      if octets[at &- 1] & 1 == 0 { return at }
    }
    throw .tooLong
  }

  /// A count of repetitions, of which the tables have none longer than an octet.
  @inline(__always)
  func count(_ octets: Octets, at start: Int, in length: Int) -> Int {
    length == 1 ? Int(octets[start]) : octets.twoOctets(at: start)
  }

  private func measure(
    compound node: UnsafePointer<AsterixPlan.Node>, _ octets: Octets, at start: Int, extents: inout Int
  ) throws(AsterixRefusal) -> Int {
    var at = try specification(octets, at: start)
    for octet in 0..<(at &- start) {
      var bits = octets[start &+ octet] & 0xFE
      while bits != 0 {
        let place = bits.leadingZeroBitCount
        bits &= 0x7F &>> UInt8(truncatingIfNeeded: place)
        let bit = octet &* 7 &+ place
        guard bit < node.pointee.count, subfields[node.pointee.first &+ bit].node >= 0 else { throw .unknownItem }
        at = try measure(subfields[node.pointee.first &+ bit].node, octets, at: at, extents: &extents)
      }
    }
    return at
  }
}

/// Where the items of a record lie.
struct AsterixItems {
  /// A bit for each item, the first of the profile lowest.
  private(set) var present: UInt64 = 0
  /// How many octets the record has.
  var length = 0
  private var offsets = InlineArray<56, UInt16>(repeating: 0)

  @inline(__always)
  mutating func add(_ item: Int, at offset: Int) {
    present |= 1 &<< UInt64(truncatingIfNeeded: item)
    offsets[item] = UInt16(truncatingIfNeeded: offset)
  }

  /// Where an item begins, from the start of the record; nil when the record has none.
  @inline(__always)
  func offset(of item: Int) -> Int? {
    present &>> UInt64(truncatingIfNeeded: item) & 1 == 1 ? Int(offsets[item]) : nil
  }

  /// Where an item that is there begins.
  @inline(__always)
  func offset(present item: Int) -> Int { Int(offsets[item]) }
}
