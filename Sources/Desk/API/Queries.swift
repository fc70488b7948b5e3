import Geodesy
import Hummingbird

extension Request {
  /// The value of a query parameter, decoded as forms write it, a plus sign for a blank; nil when it is absent or empty.
  func query(_ name: String) -> String? {
    guard let value = FormFields(query: self).exact(name), !value.isEmpty else { return nil }
    return value
  }

  /// A moment in the query.
  /// - Throws: `DeskError` when it is there and cannot be read.
  func moment(_ name: String) throws -> Instant? {
    guard let text = query(name) else { return nil }
    // A program that writes the plus sign of a time zone as it is means no blank.
    // A person who writes a blank means what the screens show: `2026-11-21 02:31`, in UTC.
    let plain = text.replacing(" UTC", with: "")
    let written = plain.replacing(" ", with: "T") + (plain.count == "2026-11-21 02:31".count ? ":00Z" : "Z")
    guard let moment = Instant.parse(text) ?? Instant.parse(text.replacing(" ", with: "+")) ?? Instant.parse(written)
    else { throw DeskError(.unreadableTime, name) }
    return moment
  }

  /// A whole number in the query, held between bounds.
  func number(_ name: String, default usual: Int, in bounds: ClosedRange<Int>) throws -> Int {
    guard let text = query(name) else { return usual }
    guard let number = Int(text) else { throw DeskError(.invalid, "\(name) is not a whole number") }
    return min(max(number, bounds.lowerBound), bounds.upperBound)
  }

  /// The place of an entry in the ledger.
  func sequence(_ name: String) throws -> Int64? {
    guard let text = query(name) else { return nil }
    guard let sequence = Int64(text) else { throw DeskError(.invalid, "\(name) is not a whole number") }
    return sequence
  }

  /// A box in the query, as south,west,north,east in degrees.
  func box(_ name: String) throws -> BoundingBox? {
    guard let text = query(name) else { return nil }
    guard let box = BoundingBox(text: text) else {
      throw DeskError(.invalid, "\(name) is not south,west,north,east in degrees")
    }
    return box
  }
}
