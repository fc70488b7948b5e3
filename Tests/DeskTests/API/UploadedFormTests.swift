import Testing

@testable import Desk

@Suite("Forms with a file")
struct UploadedFormTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.replacing("\n", with: "\r\n").utf8) }

  private let whole = """
    --b
    Content-Disposition: form-data; name="token"

    abc
    --b
    Content-Disposition: form-data; name="file"; filename="C:\\tables\\a.csv"
    Content-Type: text/csv

    day,people
    2021-11-01,-

    --b--

    """

  @Test func fieldsAndFilesAreRead() throws {
    let form = try UploadedForm(bytes(whole), boundary: "b")
    #expect(form["token"] == "abc" && form["none"] == nil)
    #expect(form.files["file"] == .init(name: "a.csv", bytes: bytes("day,people\n2021-11-01,-\n")))
  }

  @Test func whatIsNoFormIsRefusedAtItsByteAndNothingTraps() {
    let all = bytes(whole)
    for end in 0..<(all.count - 4) {
      #expect(throws: DeskError.self) { try UploadedForm(Array(all[..<end]), boundary: "b") }
    }
    var random = Seeded(state: 7)
    for _ in 0..<2_000 {
      var damaged = all
      for _ in 0..<3 {
        damaged[Int.random(in: damaged.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      _ = try? UploadedForm(damaged, boundary: "b")
    }
    let many = String(repeating: "--b\nContent-Disposition: form-data; name=\"x\"\n\n1\n", count: 33) + "--b--"
    #expect(throws: DeskError.self) { try UploadedForm(bytes(many), boundary: "b") }
  }

  @Test func theBoundaryIsThatOfTheContentType() {
    #expect(UploadedForm.boundary(of: "multipart/form-data; boundary=abc") == "abc")
    #expect(UploadedForm.boundary(of: "Multipart/Form-Data; charset=utf-8; boundary=\"a b\"") == "a b")
    #expect(UploadedForm.boundary(of: "application/x-www-form-urlencoded") == nil)
    #expect(UploadedForm.boundary(of: "multipart/form-data; boundary=") == nil)
  }
}
