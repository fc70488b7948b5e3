import Geodesy
import Rescue

/// Evidence for tests, in words.
enum Nights {
  static func instant(_ seconds: Double) -> Instant { Instant(millisecondsSince1970: Int64(seconds * 1000)) }

  static func position(_ latitude: Double, _ longitude: Double) -> Position {
    Position(latitudeDegrees: latitude, longitudeDegrees: longitude)!
  }

  static func call(
    _ id: String, at seconds: Double, _ latitude: Double? = nil, _ longitude: Double? = nil, phone: String? = nil,
    people: Int? = nil, colour: String? = nil
  ) -> ContactEvidence {
    var call = ContactEvidence(id: EvidenceID(id), kind: .call, received: instant(seconds))
    if let latitude, let longitude {
      call.position = position(latitude, longitude)
      call.accuracyMetres = 800
    }
    call.phone = phone
    call.people = people.map { $0...$0 }
    call.colour = colour
    return call
  }

  /// Two boats of much the same look, 22 km apart; one was recovered whole, and then the calls stopped.
  static var twoAlike: NightEvidence {
    NightEvidence(
      contacts: [
        call("a1", at: 20_000, 50.98, 1.55, phone: "1", people: 33, colour: "grey"),
        call("a2", at: 23_000, 50.99, 1.50, phone: "1", people: 30, colour: "grey"),
        call("a3", at: 26_000, 51.00, 1.45, phone: "2", people: 33),
        call("b1", at: 20_500, 50.78, 1.50, phone: "7", people: 33, colour: "grey"),
        call("b2", at: 23_500, 50.79, 1.45, phone: "7", people: 35, colour: "grey"),
      ],
      recoveries: [
        RecoveryEvidence(id: EvidenceID("k1"), time: instant(27_000), position: position(51.003, 1.433), people: 33)
      ])
  }

  static func id(_ text: String) -> EvidenceID { EvidenceID(text) }
}
