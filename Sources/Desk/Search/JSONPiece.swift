import Foundation

/// A value as a form carries it to and fro: JSON with its keys in order.
enum JSONPiece {
  static func text(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    // Values of our own that hold finite numbers alone are always encoded.
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  static func read<Value: Decodable>(_ type: Value.Type, _ text: String, mostBytes: Int) -> Value? {
    guard text.utf8.count <= mostBytes else { return nil }
    return try? JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
