import Foundation
import Testing

@testable import Desk

@Suite("HTML")
struct HTMLTests {
  @Test func textIsEscaped() {
    let name = "<script>alert('1') & \"2\"</script>"
    let html: HTML = "<p>\(name)</p>"
    #expect(html.text == "<p>&lt;script&gt;alert(&#39;1&#39;) &amp; &quot;2&quot;&lt;/script&gt;</p>")
  }

  @Test func anAttributeCannotBeLeft() {
    let value = "\" onfocus=\"alert(1)\" x='"
    let html: HTML = "<input value=\"\(value)\">"
    #expect(html.text == "<input value=\"&quot; onfocus=&quot;alert(1)&quot; x=&#39;\">")
    #expect(html.text.filter { $0 == "\"" }.count == 2)
  }

  @Test func everyControlCharacterIsShownAsReplaced() {
    let forbidden = (0...0x9F).map { UnicodeScalar(UInt8($0)) }.filter {
      ($0.value < 0x20 && !"\n\t\r".unicodeScalars.contains($0)) || $0.value >= 0x7F
    }
    for scalar in forbidden {
      let html: HTML = "\(String(scalar))"
      #expect(html.text == "\u{FFFD}", "U+\(String(scalar.value, radix: 16))")
    }
    let kept: HTML = "\("a\nb\tc")"
    #expect(kept.text == "a\nb\tc")
    let carriageReturn: HTML = "\("\r")"
    #expect(carriageReturn.text.unicodeScalars.map(\.value) == [0x0D])
  }

  @Test func textOfEveryAlphabetIsKept() {
    let html: HTML = "\("Škofja loka · Ελλάς · 北斗 · 🚢")"
    #expect(html.text == "Škofja loka · Ελλάς · 北斗 · 🚢")
  }

  @Test func htmlInHTMLIsNotEscapedAgain() {
    let inner: HTML = "<b>\("a & b")</b>"
    let none: HTML? = nil
    let outer: HTML = "<p>\(inner)\(none)\([inner, inner])</p>\(7)"
    #expect(outer.text == "<p><b>a &amp; b</b><b>a &amp; b</b><b>a &amp; b</b></p>7")
    #expect([inner, .empty].joined().text == inner.text)
  }

  /// Only literals of the source are markup. The compiler holds most of that; this holds what it cannot see.
  @Test func noSourceMakesMarkupOutOfAString() throws {
    for (path, text) in try Repository.texts(below: "Sources/Desk", ending: ".swift") where path != "HTML/HTML.swift" {
      for forbidden in ["HTML(", "stringLiteral:", "appendLiteral("] {
        #expect(!text.contains(forbidden), "\(path) has \(forbidden)")
      }
    }
  }

  @Test func aHostileNameStaysTextOnEveryPartOfAPage() {
    let hostile = "\"><img src=x onerror=alert(1)>"
    let frame = Frame(
      strings: .english, theme: .night, path: "/log?q=\(hostile)",
      person: .init(
        name: hostile, signInName: hostile, agency: hostile, purpose: hostile, crossSiteToken: hostile,
        mayInspect: true,
        mayAdminister: true),
      exercise: true)
    let page = Layout.plain(frame, title: "log.title", main: "<p>\(hostile)</p>").text
    #expect(!page.contains("<img"))
    #expect(page.contains("&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"))
    #expect(page.contains("EXERCISE"))
  }
}
