import Geodesy
import Testing

@testable import Operations

@Suite("Time codes of RFC 6238")
struct TimeCodeTests {
  private static let secret = Array("12345678901234567890".utf8)

  @Test(
    "The vectors of appendix B for SHA-1",
    arguments: [
      (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
      (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ] as [(Int64, String)])
  func vectors(seconds: Int64, code: String) {
    let step = TimeCode.step(at: Instant(millisecondsSince1970: seconds * 1000))
    #expect(TimeCode.code(Self.secret, step: step, digits: 8) == code)
    #expect(TimeCode.code(Self.secret, step: step) == String(code.suffix(6)))
  }

  @Test("One step of drift either way, no more")
  func drift() {
    let now = Instant(millisecondsSince1970: 1_637_718_480_000)
    let present = TimeCode.step(at: now)
    for offset in Int64(-3)...3 {
      let code = TimeCode.code(Self.secret, step: present + offset)
      let matched = TimeCode.match(code, secret: Self.secret, at: now, after: nil)
      #expect(matched == (abs(offset) <= 1 ? present + offset : nil))
    }
  }

  @Test("A code is matched only after the last step that was used, and only when it is six digits")
  func spentAndMalformed() {
    let now = Instant(millisecondsSince1970: 1_637_718_480_000)
    let present = TimeCode.step(at: now)
    let code = TimeCode.code(Self.secret, step: present)
    #expect(TimeCode.match(code, secret: Self.secret, at: now, after: present - 1) == present)
    #expect(TimeCode.match(code, secret: Self.secret, at: now, after: present) == nil)
    #expect(TimeCode.match(" \(code.prefix(3)) \(code.suffix(3))", secret: Self.secret, at: now, after: nil) == present)
    for broken in ["", "12345", "1234567", String(repeating: "0", count: 5_000), "①②③④⑤⑥"] {
      #expect(TimeCode.match(broken, secret: Self.secret, at: now, after: nil) == nil)
    }
  }

  @Test("The link names the centre and the person, and carries the secret in base32")
  func link() {
    let link = TimeCode.link(Self.secret, person: "mara", centre: "Dover & Calais")
    #expect(
      link == "otpauth://totp/Dover%20%26%20Calais:mara?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
        + "&issuer=Dover%20%26%20Calais&algorithm=SHA1&digits=6&period=30")
  }
}

@Suite("Base32")
struct Base32Tests {
  @Test(
    "The vectors of RFC 4648, section 10, without padding",
    arguments: [
      ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
      ("foobar", "MZXW6YTBOI"),
    ])
  func vectors(text: String, encoded: String) {
    #expect(Base32.standard.encode(Array(text.utf8)) == encoded)
    #expect(Base32.standard.decode(encoded) == Array(text.utf8))
  }

  @Test("What looks alike reads alike, and what is no symbol is refused")
  func crockford() throws {
    let bytes = SeededBytes(seed: 7).bytes(16)
    let text = Base32.crockford.encode(bytes)
    #expect(Base32.crockford.decode(text) == bytes)
    let sloppy = text.lowercased().map { $0 == "0" ? "o" : $0 == "1" ? "l" : String($0) }.joined(separator: "-")
    #expect(Base32.crockford.decode(sloppy) == bytes)
    #expect(Base32.crockford.decode("U") == nil)
    #expect(Base32.crockford.decode("é") == nil)
    #expect(Base32.crockford.decode("0Z") == nil, "the bits that fill the last symbol must be zero")
  }
}
