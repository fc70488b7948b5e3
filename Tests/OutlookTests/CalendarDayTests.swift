import Outlook
import Testing

@Suite struct CalendarDayTests {
  @Test func readsTheSpellingsOfPublishedTables() throws {
    let wanted = try #require(CalendarDay(year: 2023, month: 6, day: 2))
    for text in ["2023-06-02", "2023-06-02T00:00:00", "02/06/2023", "2 June 2023", "2 Jun 2023"] {
      #expect(CalendarDay(text: text) == wanted)
    }
    #expect(CalendarDay(text: "2023-Q2")?.description == "2023-04-01")
    #expect(CalendarDay(text: "2023M06")?.description == "2023-06-01")
    #expect(CalendarDay(text: "2023-06")?.description == "2023-06-01")
  }

  @Test func refusesWhatIsNoDay() {
    for text in [
      "", "Total", "2023-02-30", "31/02/2023", "2023-13-01", "12", "2023", "99999999999999999999-01-01", "2023-06-0x",
    ] {
      #expect(CalendarDay(text: text) == nil, "\(text)")
    }
  }

  @Test func numbersAndPartsAreInverse() throws {
    for number in stride(from: -20_000, to: 60_000, by: 37) {
      let (year, month, day) = CalendarDay(number: number).parts
      #expect(try #require(CalendarDay(year: year, month: month, day: day)).number == number)
    }
    #expect(CalendarDay(number: 0).description == "1970-01-01")
  }

  @Test func monthsKeepToTheLastDay() throws {
    let last = try #require(CalendarDay(text: "2023-03-31"))
    #expect(Period.month.day(last, plus: 1).description == "2023-04-30")
    #expect(Period.quarter.day(last, plus: -1).description == "2022-12-31")
    #expect(Period.week.day(last, plus: 2).description == "2023-04-14")
    #expect(Period.quarter.count(from: last, to: Period.quarter.day(last, plus: 9)) == 9)
  }
}
