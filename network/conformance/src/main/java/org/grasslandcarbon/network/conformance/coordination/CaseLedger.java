// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.coordination;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.client.RegistryClient;
import org.grasslandcarbon.client.RegistryProblem;
import org.grasslandcarbon.domain.coordination.ExampleCriteria;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.example.CashChapter;
import org.grasslandcarbon.domain.example.Land;
import org.grasslandcarbon.domain.example.MethodologyChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.ParticipantChapter;
import org.grasslandcarbon.domain.example.Setting;
import org.grasslandcarbon.domain.example.Stage.Played;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.Reference;
import org.grasslandcarbon.domain.methodology.PublishMethodology;
import org.grasslandcarbon.domain.participant.AdmitParticipant;
import org.grasslandcarbon.domain.participant.PublishCalendar;
import org.grasslandcarbon.domain.region.PublishRegions;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.coordination.EconomyMeasure;
import org.grasslandcarbon.network.conformance.ExampleSigners;
import org.grasslandcarbon.network.conformance.Newcomers;
import org.grasslandcarbon.network.conformance.OfficeGateway;
import org.grasslandcarbon.network.conformance.PracticeStage;
import org.grasslandcarbon.network.conformance.WholeDay;
import org.grasslandcarbon.views.View;
import tools.jackson.databind.JsonNode;

/**
 * The ledger on which cases are played, by one office's gateway: two invented provinces, which no
 * other play has, with an office each, and a league of its own for each case.
 */
public final class CaseLedger {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration VALIDITY = Duration.ofHours(1);

  /** Codes of provinces that GB/T 2260 does not have. */
  private static final List<Integer> INVENTED =
      List.of(
          66, 67, 68, 69, 72, 73, 74, 75, 76, 77, 78, 79, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92,
          93, 94, 95, 96, 97, 98, 99);

  private static final int REGIONS_A_TIME = 100;

  /** Reports are of the two years before this one. */
  private static final int YEARS_ACCREDITED = 2;

  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

  private final RegistryClient client;
  private final ReadModels reads;
  private final ReadModels readsOfAuthority;
  private final LocalDate today = WholeDay.today();
  private final InstructionSigner authority;
  private final InstructionSigner office;
  private final InstructionSigner neighbour;
  private final InstructionSigner assessor;
  private final InstructionSigner partial;
  private final RegionCode province;
  private final RegionCode neighbourhood;
  private final PracticeStage stage;
  private final CashChapter cash;
  private boolean hasProjects;

  /**
   * Publishes the provinces, admits their offices, and sees to calendars and criteria.
   *
   * @param cases how many leagues each province needs
   */
  public CaseLedger(OfficeGateway gateway, String audience, ExampleSigners examples, int cases) {
    client = gateway.client();
    authority = examples.get("authority");
    province = publishProvince(cases);
    neighbourhood = publishProvince(cases);
    office = admitted(Role.OFFICE, province);
    reads = new ReadModels(gateway.address(), () -> office.token(audience));
    readsOfAuthority = new ReadModels(gateway.address(), () -> authority.token(audience));
    neighbour = admitted(Role.OFFICE, neighbourhood);
    assessor = admitted(Role.ASSESSOR, neighbourhood);
    partial = admitted(Role.ASSESSOR, province);
    for (int year = today.getYear(); year <= today.getYear() + 1; year++) {
      does(authority, new PublishCalendar(document("calendar"), List.of(), List.of(), year));
    }
    tries(authority, ExampleCriteria.of(today, true), ErrorCode.BAD_CRITERIA);
    stage = new PracticeStage(this::bring, authority, office, province);
    cash = new CashChapter(stage, Asset.CNY_TRAINING);
  }

  private RegionCode publishProvince(int cases) {
    int start = ThreadLocalRandom.current().nextInt(INVENTED.size());
    for (int i = 0; i < INVENTED.size(); i++) {
      int code = INVENTED.get((start + i) % INVENTED.size());
      RegionCode found = region(code, 0, 0);
      if (tries(authority, new PublishRegions(List.of(division(found))), ErrorCode.WRONG_STATE)) {
        publishLeagues(code, cases);
        return found;
      }
    }
    throw new IllegalStateException("every invented province is published already");
  }

  private void publishLeagues(int code, int cases) {
    List<PublishRegions.Division> divisions = new ArrayList<>();
    for (int number = 1; number <= cases; number++) {
      for (int county = 0; county <= 2; county++) {
        divisions.add(division(region(code, number, county)));
      }
    }
    for (int from = 0; from < divisions.size(); from += REGIONS_A_TIME) {
      int to = Math.min(from + REGIONS_A_TIME, divisions.size());
      does(authority, new PublishRegions(divisions.subList(from, to)));
    }
  }

  private static PublishRegions.Division division(RegionCode code) {
    return new PublishRegions.Division(
        code, Name.of("练习地区", "Region for practice"), LONG_AGO, Optional.empty());
  }

  private static RegionCode region(int province, int league, int county) {
    return new RegionCode("%02d%02d%02d".formatted(province, league, county));
  }

  private RegionCode in(RegionCode whole, int league, int county) {
    return region(Integer.parseInt(whole.value().substring(0, 2)), league, county);
  }

  /** Somebody new, whom the authority has admitted. */
  InstructionSigner admitted(Role role, RegionCode region) {
    InstructionSigner newcomer = Newcomers.in(region);
    does(
        authority,
        new AdmitParticipant(
            Optional.empty(),
            newcomer.participant(),
            List.of(newcomer.key().jwk()),
            Name.of("演练主体", "Participant for practice"),
            region,
            List.of(role)));
    return newcomer;
  }

  /** The province whose goals and results are looked at. */
  RegionCode province() {
    return province;
  }

  /** Another one. */
  RegionCode neighbourhood() {
    return neighbourhood;
  }

  /** The league of a case. */
  RegionCode league(int number) {
    return in(province, number, 0);
  }

  /** A county of the league of a case, 1 or 2. */
  RegionCode county(int number, int which) {
    return in(province, number, which);
  }

  /** The league of a case in the other province. */
  RegionCode across(int number) {
    return in(neighbourhood, number, 0);
  }

  InstructionSigner authority() {
    return authority;
  }

  /** The office of the province. */
  InstructionSigner office() {
    return office;
  }

  /** The office of the other province. */
  InstructionSigner neighbour() {
    return neighbour;
  }

  /** An assessor of the other province. */
  InstructionSigner assessor() {
    return assessor;
  }

  /** An assessor of the province itself. */
  InstructionSigner partial() {
    return partial;
  }

  /** For the chapters of stories, with the province's office. */
  PracticeStage stage() {
    return stage;
  }

  /** Who signs for a part of the stories. */
  InstructionSigner signer(Part part) {
    return stage.signer(part);
  }

  /** The day in Beijing. */
  LocalDate today() {
    return today;
  }

  /** The year that is not over. */
  int year() {
    return today.getYear();
  }

  /** The digest of a document that there is only in a case. */
  static Sha256 document(String name) {
    return Sha256.of("case: " + name);
  }

  /** An instruction that must be applied. */
  Played does(InstructionSigner who, Action action) {
    InstructionText text = who.sign(InstructionSigner.newId(), action, VALIDITY);
    PracticeStage.Arrived arrived = bring(text);
    if (!arrived.code().equals(Verdict.APPLIED)) {
      throw new IllegalStateException(text.action() + ": " + arrived.code());
    }
    return new Played(text.id(), arrived.references());
  }

  /** An instruction's code, applied or not. */
  String outcome(InstructionSigner who, Action action) {
    return bring(who.sign(InstructionSigner.newId(), action, VALIDITY)).code();
  }

  private boolean tries(InstructionSigner who, Action action, ErrorCode refusal) {
    String code = outcome(who, action);
    if (!code.equals(Verdict.APPLIED) && !code.equals(refusal.name())) {
      throw new IllegalStateException(code);
    }
    return code.equals(Verdict.APPLIED);
  }

  private PracticeStage.Arrived bring(InstructionText text) {
    try {
      List<Reference> references =
          client.submit(text, PATIENCE).references().stream()
              .map(each -> new Reference(each.id(), each.type()))
              .toList();
      return new PracticeStage.Arrived(Verdict.APPLIED, references);
    } catch (RegistryProblem e) {
      return new PracticeStage.Arrived(e.code(), List.of());
    }
  }

  /** What everybody is shown of a record. */
  JsonNode show(View view, Object... id) {
    return client.publicReads().show(view, texts(id));
  }

  /** What somebody is shown of a record. */
  JsonNode show(InstructionSigner who, View view, Object... id) {
    return client.privateReads(who).show(view, texts(id));
  }

  private static String[] texts(Object... id) {
    return List.of(id).stream().map(Object::toString).toArray(String[]::new);
  }

  /** The records of a list that everybody sees. */
  List<JsonNode> list(View view, Map<String, String> filters) {
    return client.publicReads().list(view, filters).items();
  }

  /** The records below another. */
  List<JsonNode> listUnder(View view, InstructionId parent) {
    return client.publicReads().list(view, parent.value(), Map.of()).items();
  }

  /** A list as everybody downloads it, line by line. */
  long rowsOfExport(View view, Map<String, String> filters) {
    return client.publicReads().csv(view, filters).lines().count() - 1;
  }

  /** The records of a list that somebody sees. */
  List<JsonNode> list(InstructionSigner who, View view, Map<String, String> filters) {
    return client.privateReads(who).list(view, filters).items();
  }

  /** What a market says of credits, to the authority. */
  JsonNode checkOffsets(Map<String, String> asked) {
    return client.privateReads(authority).checkOffsets(asked);
  }

  /** What the ledger would compute. */
  JsonNode quantify(Object asked) {
    return client.publicReads().quantify(Codec.tree(asked));
  }

  /** What the gateway computes, asked for by the province's office. */
  ReadModels reads() {
    return reads;
  }

  /** The same, asked for by the authority. */
  ReadModels readsOfAuthority() {
    return readsOfAuthority;
  }

  /** The economy of a region's year, for practice: each number, or why there is none. */
  Map<EconomyMeasure, String> economy(RegionCode region, int year) {
    return reads.economy(region, year);
  }

  /** One number of it. */
  String economy(RegionCode region, int year, EconomyMeasure measure) {
    return economy(region, year).get(measure);
  }

  /** A version of a methodology is published, unless it is there. */
  void publish(PublishMethodology version) {
    tries(authority, version, ErrorCode.METHODOLOGY_EXISTS);
  }

  /** The first case that needs them admits who has projects, certifies, trades and keeps money. */
  void beProjects() {
    if (!hasProjects) {
      Setting setting =
          Setting.forPractice(
              province,
              Land.Fields.SMALL.any(ThreadLocalRandom.current()::nextInt),
              year() - YEARS_ACCREDITED,
              1);
      new MethodologyChapter(stage, setting).publish();
      ParticipantChapter participants = new ParticipantChapter(stage, setting);
      participants.admit(
          Part.OWNER, Part.VALIDATOR, Part.VERIFIER, Part.BUYER, Part.BANK, Part.EXCHANGE);
      participants.accredit(Part.VALIDATOR, Part.VERIFIER);
      hasProjects = true;
    }
  }

  /** The scorecard of this year. */
  Card scorecard(RegionCode region) {
    return reads.scorecard(region, year());
  }

  /** Where money is deposited. */
  CashChapter cash() {
    return cash;
  }
}
