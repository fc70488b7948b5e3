import Geodesy

extension Instant {
  /// The moment for people: `2026-11-21 02:31:07 UTC`, with its machine form beside it.
  var timeElement: HTML {
    "<time datetime=\"\(iso8601)\">\(plainText)</time>"
  }

  /// `2026-11-21 02:31:07 UTC`.
  var plainText: String {
    let whole = Instant(millisecondsSince1970: millisecondsSince1970 - ((millisecondsSince1970 % 1000) + 1000) % 1000)
    return whole.iso8601.replacing("T", with: " ").replacing("Z", with: " UTC")
  }
}
