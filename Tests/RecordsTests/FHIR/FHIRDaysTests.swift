import Records
import Testing
import Values

@Suite("FHIR R4: on which days something of a resource happened")
struct FHIRDaysTests {
  /// The spans of the resource and of all that lies in it.
  static func days(_ members: String) throws -> [String] {
    let record = try FHIRProbe("{\(members)}".replacing("'", with: "\""))
    return record.facts.units.flatMap(\.days).map {
      $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0)"
    }
  }

  @Test(arguments: [
    "'resourceType':'Observation','effectiveDateTime':'2010-05-05T10:00:00Z'",
    "'resourceType':'Observation','effectiveTiming':{'event':['2010-05-05']}",
    "'resourceType':'Observation','valueDateTime':'2026-01-01','effectiveInstant':'2010-05-05T10:00:00Z'",
    "'resourceType':'Media','createdDateTime':'2010-05-05'",
    "'resourceType':'Media','createdPeriod':{'start':'2010-05-05'}",
    "'resourceType':'NutritionOrder','dateTime':'2010-05-05'",
    "'resourceType':'VisionPrescription','created':'2011-01-01','dateWritten':'2010-05-05'",
    "'resourceType':'Goal','startDate':'2010-05-05','target':[{'dueDate':'2012-01-01'}]",
    "'resourceType':'Consent','dateTime':'2010-05-05','provision':{'period':{'start':'2011-01-01'}}",
    "'resourceType':'CarePlan','created':'2010-05-05'",
    "'resourceType':'Claim','created':'2011-01-05','item':[{'servicedDate':'2010-05-05'}]",
    "'resourceType':'ServiceRequest','occurrenceTiming':{'event':['2010-05-05'],'repeat':{'count':3}}",
    "'resourceType':'Procedure','performedString':'2010-05-05'",
    "'resourceType':'Procedure','performedString':'May 5, 2010'",
    "'resourceType':'MedicationRequest','dosageInstruction':[{'timing':{'repeat':{'boundsPeriod':{'start':'2010-05-05','end':'2010-05-05'}}}}]",
    "'resourceType':'MedicationRequest','dispenseRequest':{'validityPeriod':{'start':'2010-05-05'}}",
    "'resourceType':'MedicationRequest','authoredOn':'2010-05-05','dispenseRequest':{'validityPeriod':{'end':'2011-05-05'}}",
    "'resourceType':'DeviceUseStatement','recordedOn':'2010-05-05'",
    "'resourceType':'Account','servicePeriod':{'start':'2010-05-05'},'guarantor':[{'period':{'start':'2009-01-01'}}]",
    "'resourceType':'Immunization','occurrenceString':'2010-05-05','recorded':'2012-01-01','expirationDate':'2013-01-01'",
    "'resourceType':'FamilyMemberHistory','date':'2010-05-05','bornDate':'1950-01-01','deceasedDate':'1999-01-01'",
    "'resourceType':'Appointment','created':'2010-01-01','start':'2010-05-05T10:00:00Z'",
    "'resourceType':'Specimen','processing':[{'timeDateTime':'2010-05-05'}],'note':[{'time':'2012-01-01'}]",
    "'resourceType':'CareTeam','period':{'start':'2010-05-05'},'identifier':[{'period':{'start':'1999-01-01'}}]",
    "'resourceType':'Condition','assertedDate':'2010-05-05','meta':{'lastUpdated':'2026-01-01T00:00:00Z'}",
  ])
  func `a resource's own days count`(members: String) throws {
    #expect(try Self.days(members) == ["2010-05-05"])
  }

  @Test(arguments: [
    "'resourceType':'Observation','effectivePeriod':{'start':'2010-05','end':'2010-06-03'}",
    "'resourceType':'Observation','effectivePeriod':{'end':'2010-06-03','start':'2010-05-01'}",
    "'resourceType':'CarePlan','activity':[{'detail':{'scheduledPeriod':{'start':'2010-05-01','end':'2010-06-03'}}}]",
  ])
  func `a period has all days from its start to its end`(members: String) throws {
    #expect(try Self.days(members) == ["2010-05-01...2010-06-03"])
  }

  @Test(
    arguments: [
      ("'resourceType':'Observation','effectiveDateTime':'0001-01-01T00:00:00Z'", []),
      (
        "'resourceType':'Observation','effectivePeriod':{'start':'2010-05-05','end':'9999-12-31'}",
        ["2010-05-05"]
      ),
      (
        "'resourceType':'Observation','effectivePeriod':{'start':'1900-01-01','end':'2010-05-05'}",
        ["2010-05-05"]
      ),
      ("'resourceType':'Observation','effectiveDateTime':'1900-01-02'", ["1900-01-02"]),
    ] as [(String, [String])]) func `a day that stands for an unknown one is none`(
      members: String, days: [String]
    ) throws
  {
    #expect(try Self.days(members) == days)
  }

  @Test func `a month and a year have all of their days`() throws {
    #expect(
      try Self.days("'resourceType':'Condition','onsetDateTime':'2012-02','abatementDateTime':'2013'") == [
        "2012-02-01...2012-02-29", "2013-01-01...2013-12-31",
      ])
  }

  @Test(arguments: [
    "'resourceType':'Patient','birthDate':'1970-01-01','address':[{'period':{'start':'2010-05-05'}}]",
    "'resourceType':'Practitioner','birthDate':'1970-01-01','qualification':[{'period':{'start':'2010-05-05'}}]",
    "'resourceType':'Coverage','period':{'start':'2010-05-05'}",
    "'resourceType':'Provenance','recorded':'2010-05-05T00:00:00Z'",
    "'resourceType':'Observation','valueDateTime':'2010-05-05','component':[{'valuePeriod':{'start':'2010-05-05'}}]",
    "'resourceType':'QuestionnaireResponse','item':[{'answer':[{'valueDate':'1970-01-01'}]}]",
    "'resourceType':'Observation','extension':[{'url':'http://hl7.org/fhir/x','valueDateTime':'2010-05-05'}]",
    "'resourceType':'Appointment','extension':[{'url':'http://hl7.org/fhir/x','valuePeriod':{'start':'2010-05-05'}}]",
    "'resourceType':'Immunization','education':[{'publicationDate':'2010-05-05'}]",
    "'resourceType':'RiskAssessment','prediction':[{'whenPeriod':{'start':'2030-05-05'}}]",
    "'resourceType':'ImmunizationRecommendation','recommendation':[{'dateCriterion':[{'value':'2030-05-05'}]}]",
    "'resourceType':'ClaimResponse','preAuthPeriod':{'start':'2010-05-05'}",
    "'resourceType':'ExplanationOfBenefit','benefitPeriod':{'start':'2010-05-05'},'preAuthRefPeriod':[{'start':'2010-05-05'}]",
    "'resourceType':'CoverageEligibilityResponse','insurance':[{'benefitPeriod':{'start':'2010-05-05'}}]",
    "'resourceType':'Contract','applies':{'start':'2010-05-05'},'term':[{'applies':{'start':'2010-05-05'}}]",
    "'resourceType':'Contract','term':[{'asset':[{'period':[{'start':'2010-05-05'}],'usePeriod':[{'start':'2010-05-05'}],'valuedItem':[{'effectiveTime':'2010-05-05'}]}]}]",
    "'resourceType':'Contract','term':[{'offer':{'answer':[{'valueDate':'2010-05-05'}]}}]",
    "'resourceType':'Consent','provision':{'dataPeriod':{'start':'2010-05-05'}}",
    "'resourceType':'Procedure','performedString':'1200 mg','performedAge':{'value':2010}",
  ])
  func `days about something else do not`(members: String) throws {
    #expect(try Self.days(members) == [])
  }

  @Test func `what is planned may lie in the future, and counts for scope only`() throws {
    let probe = try FHIRProbe(
      #"{"resourceType":"Goal","startDate":"2999-01-01","statusDate":"2010-05-05"}"#)
    #expect(probe.facts.units[1].days.count == 2)
    #expect(probe.facts.serviceDays?.upperBound == Day("2010-05-05"))
    #expect(probe.facts.lastBegun == Day("2010-05-05"))
  }
}
