/// A category laid out for reading: its forms as flat lists, each field with the bytes that stand before its value.
///
/// Names, commas and braces never change, so they are laid down beforehand: a field costs a load, a shift, the copy of a few
/// bytes and the writing of a number.
struct AsterixPlan: Sendable {
  /// A value at a fixed place of a run of octets.
  struct Field: Sendable {
    enum Kind: UInt8, Sendable {
      case unsigned, signed, quantity, signedQuantity, octal, ascii, icao, hexadecimal, register, chosen
    }

    var kind: Kind
    /// The first octet, from the start of the run.
    var octet: Int
    /// How far the bits stand from the low end of eight octets read from there.
    var shift: UInt64
    var bits: Int
    /// What stands before the value, in the pool of bytes.
    var lead = Bytes()
    var scale = AsterixScaling()
    /// For a choice of two: the scale when its chooser is 1, and where that bit stands.
    var other = AsterixScaling()
    var chooserOctet = 0
    var chooserShift: UInt64 = 0
  }

  /// Some bytes of the pool.
  struct Bytes: Sendable {
    var start = 0
    var count = 0
  }

  /// A form as the reader walks it. What it refers to lies in the lists of the plan, `count` of them from `first` on.
  struct Node: Sendable {
    enum Kind: UInt8, Sendable {
      /// `count` fields of a run of `octets`.
      case fields
      /// `count` nodes of fields, the last bit of each saying whether another follows.
      case extended
      /// The node `first`, repeated by a count in `octets`; by a bit after each when that is 0.
      case repetitive
      /// `count` subfields.
      case compound
      case explicit
    }

    var kind: Kind
    var octets = 0
    var first = 0
    var count = 0
    /// What stands behind the last of its fields.
    var trail = Bytes()
  }

  /// A node with the bytes of its name; the node is -1 when there is none.
  struct Named: Sendable {
    var name = Bytes()
    var node = -1
  }

  let category: Int
  private(set) var profile: [Named] = []
  private(set) var nodes: [Node] = []
  private(set) var fields: [Field] = []
  private(set) var subfields: [Named] = []
  private(set) var pool: [UInt8] = []
  /// The node of each register of Mode S by its number; -1 for one that is not laid open.
  private(set) var registers = [Int](repeating: -1, count: 256)
  /// The fields by their names, such as `040/RHO`; those that repeat are not among them.
  private(set) var paths: [String: AsterixField] = [:]

  init(_ table: AsterixTable, registers forms: [Int: AsterixForm]) {
    category = table.category
    let digits = String(category)
    let prefix = "I" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits + "/"
    for (number, form) in forms { registers[number & 255] = add(form, nil) }
    for (place, item) in table.profile.enumerated() {
      guard let item else { profile.append(Named()); continue }
      let name = keep(",\"\(prefix)\(item.number)\":")
      profile.append(Named(name: name, node: add(item.form, Path(name: item.number, item: place))))
    }
  }

  /// Where a form lies on the way to its fields.
  struct Path {
    var name: String
    /// The item's place in the profile.
    var item: Int
    /// The subfield's place in its compound.
    var subfield: Int?
    /// How many octets of an extended form come before the run, and how long each run before it is.
    var runsBefore: [Int] = []

    func adding(_ name: String) -> Path {
      var path = self
      path.name += "/" + name
      return path
    }
  }

  private mutating func keep(_ text: String) -> Bytes {
    let bytes = Array(text.utf8)
    pool += bytes
    return Bytes(start: pool.count - bytes.count, count: bytes.count)
  }

  private mutating func add(_ node: Node) -> Int {
    nodes.append(node)
    return nodes.count - 1
  }

  private mutating func add(_ form: AsterixForm, _ path: Path?) -> Int {
    switch form {
    case .element(let element):
      return add(single(element, path, moreBits: 0))
    case .group(let parts):
      return add(run(parts, path, before: "{", after: "}", moreBits: 0))
    case .extended(let runs):
      return add(extended: runs, path)
    case .repetitive(nil, .element(let element)):
      return add(Node(kind: .repetitive, first: add(single(element, nil, moreBits: 1))))
    case .repetitive(nil, let form):
      let parts: [AsterixPart] = if case .group(let parts) = form { parts } else { [] }
      return add(Node(kind: .repetitive, first: add(run(parts, nil, before: "{", after: "}", moreBits: 1))))
    case .repetitive(let octets?, let form):
      return add(Node(kind: .repetitive, octets: octets, first: add(form, nil)))
    case .compound(let parts):
      return add(compound: parts, path)
    case .explicit:
      return add(Node(kind: .explicit))
    }
  }

  private mutating func add(extended runs: [[AsterixPart]], _ path: Path?) -> Int {
    var path = path
    var made: [Node] = []
    for parts in runs {
      made.append(run(parts, path, before: made.isEmpty ? "" : ",", after: "", moreBits: 1))
      path?.runsBefore.append(made[made.count - 1].octets)
    }
    nodes += made
    return add(Node(kind: .extended, first: nodes.count - made.count, count: made.count))
  }

  private mutating func add(compound parts: [AsterixPart?], _ path: Path?) -> Int {
    var named: [Named] = []
    for (place, part) in parts.enumerated() {
      guard let part else { named.append(Named()); continue }
      var within = path?.adding(part.name)
      // A compound within a compound has no paths of its own.
      if path?.subfield != nil { within = nil } else { within?.subfield = place }
      let name = keep("\"\(part.name)\":")
      named.append(Named(name: name, node: add(part.form, within)))
    }
    subfields += named
    return add(Node(kind: .compound, first: subfields.count - named.count, count: named.count))
  }

  /// A value without a name of its own.
  private mutating func single(_ element: AsterixElement, _ path: Path?, moreBits: Int) -> Node {
    add(Field(element, at: 0, choosers: [:]), of: element, path)
    return Node(kind: .fields, octets: (element.bits + moreBits) / 8, first: fields.count - 1, count: 1)
  }

  private mutating func add(_ field: Field, of element: AsterixElement, _ path: Path?) {
    fields.append(field)
    guard let path else { return }
    paths[path.name] = AsterixField(path, field, unit: element.unit)
  }

  /// A run of parts of a fixed length, groups among them laid out with their braces.
  private mutating func run(
    _ parts: [AsterixPart], _ path: Path?, before: String, after: String, moreBits: Int
  ) -> Node {
    let first = fields.count
    var bit = 0
    var choosers: [String: Int] = [:]
    var waiting = before
    for (group, part) in Self.flat(parts) {
      if group.opens { waiting += "\"\(group.name)\":{" }
      if case .element(let element) = part.form, !part.name.isEmpty {
        choosers[part.name] = bit
        var field = Field(element, at: bit, choosers: choosers)
        field.lead = keep(waiting + "\"\(part.name)\":")
        waiting = ","
        add(field, of: element, (group.name.isEmpty ? path : path?.adding(group.name))?.adding(part.name))
      }
      bit += part.bits ?? 0
      if group.closes { waiting = "}," }
    }
    // A group that comes last is still open.
    let trail = waiting == "}," ? "}" + after : after
    return Node(
      kind: .fields, octets: (bit + moreBits) / 8, first: first, count: fields.count - first, trail: keep(trail))
  }

  /// Parts one behind the other, those of a group in its place.
  private static func flat(
    _ parts: [AsterixPart]
  ) -> [(group: (name: String, opens: Bool, closes: Bool), part: AsterixPart)] {
    parts.flatMap { part in
      guard case .group(let inner) = part.form else { return [(("", false, false), part)] }
      return inner.enumerated().map { index, within in
        ((part.name, index == 0, index == inner.count - 1), within)
      }
    }
  }
}

extension AsterixPlan.Field {
  init(_ element: AsterixElement, at bit: Int, choosers: [String: Int]) {
    self.init(
      kind: .unsigned, octet: bit / 8, shift: UInt64(max(0, 64 - bit % 8 - element.bits)), bits: element.bits)
    switch element.content {
    case .raw: break
    case .integer(let signed): kind = signed ? .signed : .unsigned
    case .quantity(let signed, let scale):
      kind = signed ? .signedQuantity : .quantity
      self.scale = AsterixScaling(scale)
    case .octal: kind = .octal
    case .ascii: kind = .ascii
    case .icao: kind = .icao
    case .hexadecimal: kind = .hexadecimal
    case .register: kind = .register
    case .chosen(let chooser, let first, let second):
      kind = .chosen
      scale = AsterixScaling(first)
      other = AsterixScaling(second)
      if let bit = choosers[chooser] {
        chooserOctet = bit / 8
        chooserShift = UInt64(63 - bit % 8)
      }
    }
  }
}
