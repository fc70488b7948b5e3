import Crypto
import Foundation
import Geodesy
import Ledger
import Marking

/// A session that is about to begin, and the entry that says so.
struct NewSession: Sendable {
  /// What opens the session; it goes to the browser and nowhere else.
  let token: String
  let began: Began
  /// The address that the sign-in came from, kept sealed for the person.
  let address: String?

  static let tokenBytes = 32

  /// How a person proved who they are.
  enum Proof: String, Codable, Sendable {
    case password
    case passwordAndCode
    case oneTimeSecret
    case newPassword
    case provider
  }

  struct Began: Fact {
    static let kind = "access.signedIn"
    var session: String
    /// The hash of the token.
    var digest: String
    var person: PersonName
    var purpose: Purpose
    var proof: Proof
    var endsAt: Instant
    var mustSetPassword: Bool
    /// The step of the code of the second factor that was used.
    var step: Int64?
    var aggregate: String { "session:\(session)" }
    var subjects: [String] { [aggregate, subject(of: person)] }
  }

  /// Makes a session with a token that nobody has seen before, whatever the browser held.
  static func make(
    _ person: PersonName, purpose: Purpose, proof: Proof, step: Int64? = nil, address: String?,
    _ surroundings: Surroundings, _ limits: OperationsLimits
  ) -> NewSession {
    let token = base64URL(surroundings.randomBytes(tokenBytes))
    let digest = SessionToken.digest(of: token)
    let began = Began(
      session: SessionToken.publicName(ofDigest: digest), digest: digest, person: person, purpose: purpose,
      proof: proof, endsAt: surroundings.steady().adding(milliseconds: limits.sessionLifeMilliseconds),
      mustSetPassword: proof == .oneTimeSecret, step: step)
    return NewSession(token: token, began: began, address: address)
  }

  func draft(_ ground: Ground) throws -> EntryDraft {
    let sealed = address.map {
      PayloadPart(name: PartName.address, subjects: [subject(of: began.person)], bytes: [UInt8]($0.utf8))
    }
    return try EntryDraft(
      began, about: ground.now, marking: ground.marking(.official), sealed: sealed.map { [$0] } ?? [])
  }
}

/// What is derived from a token that only its holder knows.
enum SessionToken {
  /// The longest token that is looked at.
  static let longestBytes = 128

  /// The hash under which a token is stored: 256 random bits need no slow one.
  static func digest(of token: String) -> String {
    hexadecimal(SHA256.hash(data: Data(token.utf8)))
  }

  /// The name of a session or token in the record; it opens nothing.
  static func publicName(ofDigest digest: String) -> String { String(digest.prefix(16)) }

  /// What a page sends back with everything that changes something. Another site can neither read nor guess it.
  static func pageToken(of token: String) -> String {
    base64URL([UInt8](SHA256.hash(data: Data("foreland page token ".utf8) + Data(token.utf8))))
  }
}

/// Bytes in base64 with the alphabet for addresses, without padding (RFC 4648, section 5).
func base64URL(_ bytes: [UInt8]) -> String {
  String(
    Data(bytes).base64EncodedString().compactMap { character in
      switch character {
      case "+": "-"
      case "/": "_"
      case "=": nil
      default: character
      }
    })
}
