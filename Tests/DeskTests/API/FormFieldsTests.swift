import Testing

@testable import Desk

@Suite("Fields of a form")
struct FormFieldsTests {
  @Test func areDecoded() {
    let fields = FormFields(encoded: "name=Mara+Quill&text=caf%C3%A9+%2B+%26+%3D&empty=&alone&a=b=c")
    #expect(fields["name"] == "Mara Quill")
    #expect(fields["text"] == "café + & =")
    #expect(fields["a"] == "b=c")
    #expect(fields["empty"] == nil && fields.exact("empty") == "")
    #expect(fields["alone"] == nil && fields.exact("alone") == "")
    #expect(fields.exact("absent") == nil)
  }

  @Test func blanksCountOnlyWhereTheyAreAskedFor() {
    let fields = FormFields(encoded: "password=++two++&blank=%20%09%0A")
    #expect(fields.exact("password") == "  two  ")
    #expect(fields["password"] == "two")
    #expect(fields["blank"] == nil)
  }

  @Test(arguments: ["%", "%zz", "%4", "%FF%FE", "%C0%AF", "%ED%A0%80", "a%00b", "%E2%82"])
  func whatCannotBeDecodedIsKeptAndStopsNothing(_ odd: String) {
    let fields = FormFields(encoded: "odd=\(odd)&even=2")
    #expect(fields["even"] == "2")
    #expect(fields.exact("odd")?.isEmpty == false)
  }

  @Test func theFirstOfANameCounts() {
    #expect(FormFields(encoded: "role=statistician&role=administrator")["role"] == "statistician")
    #expect(FormFields(encoded: "%72ole=statistician&role=administrator")["role"] == "statistician")
  }

  @Test func moreFieldsThanAnyFormHasAreLeftOut() {
    let many = (0..<1_000).map { "f\($0)=\($0)" }.joined(separator: "&")
    let fields = FormFields(encoded: many)
    #expect(fields["f63"] == "63")
    #expect(fields["f64"] == nil)
  }

  @Test(arguments: ["", "&", "&&&", "=", "=&=", "&=a"])
  func nothingIsNoField(_ encoded: String) {
    let fields = FormFields(encoded: encoded)
    #expect(fields["token"] == nil && fields.exact("token") == nil)
  }
}
