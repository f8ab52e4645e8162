// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Audience;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.market.Trade;
import org.grasslandcarbon.domain.market.VenueReserve;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.registry.Corrections;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.grasslandcarbon.domain.testing.SampleRecords;
import org.grasslandcarbon.domain.unicode.Characters;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Nothing in a declaration may be misspelt: it is found here and not by who reads a list. */
class ViewsTest {

  @Test
  void every_pointer_of_a_view_leads_to_a_member_of_the_record_or_of_the_answer() {
    for (View view : Views.all()) {
      Optional<Class<?>> record = view.record().map(RecordType::recordClass);
      for (Column column : view.columns()) {
        column.pointers().forEach(pointer -> assertLeads(record.orElseThrow(), pointer, view));
      }
      for (Heading heading : view.headings()) {
        String first = heading.pointer().split("/")[1];
        boolean added =
            view.members().stream()
                .anyMatch(
                    member ->
                        member.name().equals(first)
                            || ("/" + member.name().replace('.', '/')).equals(heading.pointer()));
        if (first.equals(View.CORRECTIONS)) {
          String rest = heading.pointer().replaceFirst("^/corrections/\\*", "");
          assertLeads(Corrections.Correction.class, rest, view);
        } else if (!added) {
          for (String each : apart(heading.pointer())) {
            assertLeads(record.orElseThrow(), each, view);
          }
        }
        heading.batch().ifPresent(batch -> assertBatch(view, batch));
      }
    }
  }

  /** Of members that are told together, each. */
  private static List<String> apart(String pointer) {
    if (!pointer.contains(",")) {
      return List.of(pointer);
    }
    String before = pointer.substring(0, pointer.indexOf("/*/") + 3);
    return Arrays.stream(pointer.substring(before.length()).split(","))
        .map(each -> before + each)
        .toList();
  }

  private static void assertBatch(View view, String pointer) {
    if (view.record().isPresent()) {
      assertThat(plain(leadsTo(view.record().get().recordClass(), pointer)))
          .isEqualTo(BatchId.class);
    } else {
      assertThat(view.column(pointer.substring(1)).type()).isEqualTo(BatchId.class);
    }
  }

  private static void assertLeads(Class<?> record, String pointer, View view) {
    assertThat(leadsTo(record, pointer)).as("%s of %s", pointer, view).isNotNull();
  }

  /** The type at a pointer; {@code null} when there is none. */
  private static Type leadsTo(Class<?> record, String pointer) {
    Type type = record;
    for (String step : pointer.substring(1).split("/")) {
      if (step.equals("*")) {
        type = element(type);
        if (type == null) {
          return null;
        }
        continue;
      }
      Class<?> plain = plain(type);
      RecordComponent found =
          plain.isRecord()
              ? Arrays.stream(plain.getRecordComponents())
                  .filter(component -> component.getName().equals(step))
                  .findFirst()
                  .orElse(null)
              : null;
      if (found == null) {
        return null;
      }
      type = found.getGenericType();
    }
    return type;
  }

  /** What a list has, of which a pointer names each; {@code null} where there is no list. */
  private static Type element(Type type) {
    Type list =
        type instanceof ParameterizedType generic && generic.getRawType() == Optional.class
            ? generic.getActualTypeArguments()[0]
            : type;
    return plain(list) == List.class
        ? ((ParameterizedType) list).getActualTypeArguments()[0]
        : null;
  }

  private static Class<?> plain(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == Optional.class
          ? plain(generic.getActualTypeArguments()[0])
          : (Class<?>) generic.getRawType();
    }
    return (Class<?>) type;
  }

  @Test
  void every_party_that_a_record_names_is_a_participant() {
    for (RecordType<?> type : RecordTypes.all()) {
      Visibility visibility = type.visibility();
      for (String pointer : visibility.parties()) {
        assertThat(plain(leadsTo(type.recordClass(), pointer)))
            .as("%s of %s", pointer, type.name())
            .isEqualTo(ParticipantId.class);
      }
      visibility
          .narrower()
          .keySet()
          .forEach(
              pointer ->
                  assertThat(leadsTo(type.recordClass(), pointer))
                      .as("%s of %s", pointer, type.name())
                      .isNotNull());
    }
  }

  @Test
  void whom_a_record_is_kept_from_is_participants() {
    assertThat(RecordTypes.all())
        .filteredOn(type -> !type.visibility().subjects().isEmpty())
        .isNotEmpty()
        .allSatisfy(
            type ->
                assertThat(type.visibility().subjects())
                    .allSatisfy(
                        pointer -> {
                          Type stands = leadsTo(type.recordClass(), pointer);
                          Type one = element(stands) == null ? stands : element(stands);
                          assertThat(plain(one)).as(pointer).isEqualTo(ParticipantId.class);
                        }));
  }

  @Test
  void a_list_is_without_what_its_records_are_kept_from_somebody_for() {
    RecordType<?> type = SupervisionViews.RELATIONS.record().orElseThrow();
    Supplier<View.Draft> relations =
        () ->
            View.of(type, "tie", "关系", "Ties")
                .text("participant", "/participant")
                .text("other", "/other")
                .text("kind", "/kind");
    relations.get().keptFrom("participant", "other").done();
    assertThatThrownBy(() -> relations.get().done()).hasMessageContaining("keeps items from []");
    assertThatThrownBy(() -> relations.get().keptFrom("other").done())
        .hasMessageContaining("keeps items from [/other]");
    assertThatThrownBy(() -> relations.get().keptFrom("participant", "kind").done())
        .hasMessageContaining("keeps items from [/kind, /participant]");
  }

  @Test
  void records_of_a_type_that_fewer_may_see_are_told_by_a_member_and_have_the_parties_of_others() {
    assertThat(RecordTypes.all())
        .filteredOn(type -> type.visibility().reserved().isPresent())
        .isNotEmpty()
        .allSatisfy(
            type -> {
              Visibility.Reserved reserved = type.visibility().reserved().orElseThrow();
              Class<?> kinds = plain(leadsTo(type.recordClass(), reserved.pointer()));
              assertThat(kinds.getEnumConstants())
                  .extracting(Object::toString)
                  .contains(reserved.value());
              assertThat(reserved.fewer().parties()).isEqualTo(type.visibility().parties());
              assertThat(reserved.fewer().places())
                  .allSatisfy(
                      place ->
                          assertThat(plain(leadsTo(type.recordClass(), place)))
                              .isEqualTo(RegionCode.class));
              assertThat(type.visibility().audiences())
                  .as("an office that may see some of the offices' may see all of the others")
                  .contains(Audience.EVERY_OFFICE, Audience.PARTIES);
            });
  }

  @Test
  void a_list_has_for_fewer_what_its_records_have() {
    RecordType<?> type = SharingViews.CASES.record().orElseThrow();
    Supplier<View.Draft> cases =
        () ->
            View.of(type, "matter", "事项", "Matters")
                .text("kind", "/kind")
                .text("by", "/by")
                .text("responsible", "/responsible")
                .text("delegate", "/delegate")
                .text("fromRegion", "/fromRegion")
                .text("region", "/region");
    List<String> parties = List.of("by", "responsible", "delegate");
    List<String> places = List.of("fromRegion", "region");
    cases.get().reserved("kind", parties, places).done();
    String message = "has not for fewer what its records have";
    assertThatThrownBy(() -> cases.get().done()).hasMessageContaining(message);
    assertThatThrownBy(() -> cases.get().reserved("by", parties, places).done())
        .hasMessageContaining(message);
    assertThatThrownBy(() -> cases.get().reserved("kind", List.of("by"), places).done())
        .hasMessageContaining(message);
    assertThatThrownBy(() -> cases.get().reserved("kind", parties, List.of("region")).done())
        .hasMessageContaining(message);
  }

  @Test
  void a_record_that_is_not_public_says_whom_it_concerns() {
    assertThat(RecordTypes.all())
        .filteredOn(type -> !type.visibility().isPublic())
        .filteredOn(type -> type != VenueReserve.TYPE)
        .isNotEmpty()
        .allSatisfy(
            type ->
                assertThat(
                        Stream.of(type.visibility().parties(), type.visibility().subjects())
                            .flatMap(List::stream))
                    .isNotEmpty());
    assertThat(VenueReserve.TYPE.visibility().audiences())
        .as("a venue's reserve concerns nobody by name, and is for those who supervise")
        .doesNotContain(Audience.PARTIES, Audience.PUBLIC);
  }

  @Test
  void every_column_has_a_value_of_its_kind_in_a_sample_of_its_record() {
    SampleRecords samples = new SampleRecords(true);
    for (View view : Views.all()) {
      if (view.record().isPresent()) {
        JsonNode tree = Codec.tree(samples.of(view.record().get()));
        for (Column column : view.columns()) {
          Class<?> expected =
              switch (column.kind()) {
                case TEXT -> String.class;
                case NUMBER -> Long.class;
                case TIME -> java.time.Instant.class;
                case FLAG -> Boolean.class;
              };
          assertThat(column.reading().apply(tree))
              .as("%s of %s", column.name(), view)
              .isInstanceOf(expected);
        }
      }
    }
  }

  @Test
  void nouns_and_addresses_are_used_once() {
    assertThat(Views.all()).extracting(View::noun).doesNotHaveDuplicates();
    Stream<String> addresses =
        Views.all().stream()
            .flatMap(
                view ->
                    Stream.concat(
                        view.path().stream(),
                        view.parent().stream()
                            .map(
                                parent ->
                                    parent.view().path().orElseThrow() + "/" + parent.name())));
    assertThat(addresses).doesNotHaveDuplicates();
    assertThat(Views.all())
        .allSatisfy(
            view ->
                assertThat(view.path().isPresent() || view.parent().isPresent())
                    .as("%s is listed somewhere", view)
                    .isTrue());
  }

  @Test
  void a_list_has_headings_some_of_which_fit_a_terminal() {
    for (View view : Views.all()) {
      assertThat(view.headings()).as(view.noun()).isNotEmpty();
      assertThat(view.headings().stream().filter(Heading::brief).count())
          .as(view.noun())
          .isBetween(2L, 11L);
      assertThat(view.headings())
          .extracting(heading -> heading.name().zh())
          .doesNotHaveDuplicates();
      assertThat(view.headings())
          .extracting(heading -> heading.name().en())
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void whatever_can_be_for_practice_says_so_in_its_list_and_exports() {
    assertThat(Views.all())
        .filteredOn(ViewsTest::canBeForPractice)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            view ->
                assertThat(view.headings())
                    .as(view.noun())
                    .extracting(Heading::pointer)
                    .contains("/training"));
  }

  private static boolean canBeForPractice(View view) {
    return view.columns().stream().anyMatch(column -> column.name().equals("training"))
        || view.references().stream().anyMatch(reference -> canBeForPractice(reference.to()))
        || view.parent().filter(parent -> canBeForPractice(parent.view())).isPresent();
  }

  @Test
  void a_private_list_is_of_one_participant() {
    assertThat(Views.all())
        .filteredOn(view -> !view.visibility().isPublic())
        .filteredOn(view -> view != MarketViews.RESERVES)
        .filteredOn(view -> view.keptFrom().isEmpty())
        .filteredOn(view -> !view.visibility().audiences().contains(Audience.EVERY_OFFICE))
        .isNotEmpty()
        .allSatisfy(view -> assertThat(view.owner()).isPresent());
    assertThat(Views.all())
        .filteredOn(view -> view.visibility().audiences().contains(Audience.EVERY_OFFICE))
        .as("whoever may ask for the list may see every item, whomever it concerns")
        .isNotEmpty()
        .allSatisfy(
            view ->
                assertThat(view.visibility().audiences())
                    .doesNotContain(Audience.OFFICES, Audience.PUBLIC));
    assertThat(Views.all())
        .filteredOn(view -> !view.keptFrom().isEmpty())
        .as("what supervisors record is nobody's own, and no list of it is of its subjects")
        .isNotEmpty()
        .allSatisfy(
            view ->
                assertThat(view.visibility().audiences())
                    .doesNotContain(Audience.PARTIES, Audience.PUBLIC));
  }

  @Test
  void what_only_the_gateway_looks_up_can_be_asked_for_by_nobody() {
    RecordType<Trade> type = Trade.TYPE;
    Supplier<View.Draft> trades =
        () -> View.of(type, "deal", "成交", "Deals").text("buyer", "/buyer").inner("buyer");
    trades.get().done();
    assertThatThrownBy(() -> trades.get().filter("buyer", "buyer", "买方", "Buyer").done())
        .hasMessageContaining("for the gateway only");
    assertThatThrownBy(() -> trades.get().with("buyer").done())
        .hasMessageContaining("for the gateway only");
    assertThatThrownBy(
            () -> trades.get().refers("by", ParticipantViews.PARTICIPANTS, "buyer").done())
        .hasMessageContaining("for the gateway only");
    assertThatThrownBy(() -> trades.get().ofParticipant("owner", "buyer").done())
        .hasMessageContaining("for the gateway only");
    assertThatThrownBy(() -> View.of(type, "deal", "成交", "Deals").text("buyer", "/buyer").done())
        .hasMessageContaining("reads /buyer, which is for fewer");
  }

  @Test
  void what_is_withheld_for_a_while_is_withheld_from_whoever_may_not_see_some_member() {
    Supplier<View.Draft> trades =
        () ->
            View.of(Trade.TYPE, "deal", "成交", "Deals")
                .text("mode", "/mode")
                .text("day", "/day")
                .text("instrument", "/instrument")
                .text("buyer", "/buyer")
                .inner("buyer")
                .refers("of", MarketViews.INSTRUMENTS, "instrument");
    View deals =
        trades.get().withheldWhileOpen("mode", "BLOCK", "day", "of", "/buyer", "buyer").done();
    assertThat(deals.withheld().orElseThrow().parties()).extracting(Column::name).contains("buyer");
    assertThat(trades.get().done().withheld()).isEmpty();
    assertThatThrownBy(
            () -> trades.get().withheldWhileOpen("mode", "BLOCK", "day", "of", "/price", "buyer"))
        .hasMessageContaining("shows /price to everybody");
    assertThatThrownBy(
            () -> trades.get().withheldWhileOpen("mode", "BLOCK", "date", "of", "/buyer", "buyer"))
        .hasMessageContaining("no column date");
  }

  @Test
  void whose_items_a_public_list_has_is_asked_for_by_its_parties_only() {
    Supplier<View.Draft> trades =
        () ->
            View.of(Trade.TYPE, "deal", "成交", "Deals")
                .text("buyer", "/buyer")
                .text("seller", "/seller")
                .text("mode", "/mode")
                .text("shares", "/shares")
                .inner("buyer", "seller", "shares");
    trades.get().concerning("party", "买方或卖方", "Buyer or seller", "buyer", "seller").done();
    for (String other : List.of("mode", "shares")) {
      assertThatThrownBy(
              () ->
                  trades
                      .get()
                      .concerning("party", "买方或卖方", "Buyer or seller", "buyer", other)
                      .done())
          .hasMessageContaining("which are no parties");
    }
  }

  @Test
  void the_board_tells_the_limits_of_the_day_and_a_bar_its_close_half_up_to_the_tick() {
    String book = "{\"base\":9505,\"tick\":10,\"limitPerMille\":100}";
    assertThat(computed(MarketViews.INSTRUMENTS, "limits", book))
        .isEqualTo("{\"highest\":10460,\"lowest\":8550}");
    assertThat(computed(MarketViews.INSTRUMENTS, "limits", "{\"base\":9505}")).isEqualTo("absent");
    String bar = "{\"volume\":4,\"value\":40020,\"tick\":10}";
    assertThat(computed(MarketViews.BARS, "close", bar)).isEqualTo("10010");
    assertThat(computed(MarketViews.BARS, "close", bar.replace("4,", "0,"))).isEqualTo("absent");
  }

  private static String computed(View view, String name, String item) {
    Member.Computed member =
        view.members().stream()
            .filter(each -> each.name().equals(name))
            .map(Member.Computed.class::cast)
            .findFirst()
            .orElseThrow();
    JsonNode value = member.reading().apply(tree(item));
    return value == null ? "absent" : Codec.text(value);
  }

  @Test
  void a_misspelt_column_or_reference_cannot_be_declared() {
    assertThatThrownBy(() -> draft().filter("q", "nmae", "名称", "Name"))
        .hasMessageContaining("no column nmae");
    assertThatThrownBy(() -> draft().with("vintage", "batch.vintage"))
        .hasMessageContaining("no reference batch");
    assertThatThrownBy(() -> draft().index("nmae")).hasMessageContaining("no column nmae");
    assertThatThrownBy(() -> draft().text("name", "/name/zh")).hasMessageContaining("two columns");
  }

  private static View.Draft draft() {
    return View.of(Participant.TYPE, "example", "示例", "Example").text("name", "/name/en");
  }

  @Test
  void another_declaration_of_what_is_stored_is_another_layout() {
    List<String> layouts = new ArrayList<>();
    layouts.add(draft().done().layout());
    layouts.add(draft().text("zh", "/name/zh").done().layout());
    layouts.add(draft().index("name").done().layout());
    layouts.add(draft().large().done().layout());
    layouts.add(
        View.of(Participant.TYPE, "example", "示例", "Example")
            .text("name", "/name/zh")
            .done()
            .layout());
    assertThat(layouts).doesNotHaveDuplicates();
    assertThat(draft().brief("名称", "Name", "/name/en").newestFirst().done().layout())
        .as("what is only shown is not stored")
        .isEqualTo(layouts.get(0));
  }

  @Test
  void credits_are_counted_in_ranges_in_maps_of_them_and_in_parts() {
    Column credits = Column.credits("quantity", "/x");
    assertThat(
            List.of(
                "{\"x\":[\"1-10\",\"21-25\"]}",
                "{\"x\":{\"a\":[\"1-10\"],\"b\":[\"21-25\"]}}",
                "{\"x\":[{\"batch\":\"B\",\"serials\":[\"1-10\"]},{\"batch\":\"C\",\"serials\":[\"1-5\"]}]}"))
        .allSatisfy(json -> assertThat(credits.reading().apply(tree(json))).isEqualTo(15L));
    assertThat(credits.reading().apply(tree("{}"))).isEqualTo(0L);
  }

  @Test
  void amounts_in_a_map_are_added_up() {
    Column amounts = Column.amounts("frozenAmount", "/x");
    assertThat(amounts.reading().apply(tree("{\"x\":{\"a\":7,\"b\":5}}"))).isEqualTo(12L);
    assertThat(amounts.reading().apply(tree("{\"x\":{}}"))).isEqualTo(0L);
    assertThat(amounts.reading().apply(tree("{}"))).isEqualTo(0L);
  }

  @Test
  void a_list_of_cash_is_of_its_owner_or_of_its_bank_and_one_of_banks_totals_of_its_bank() {
    for (View view : SettlementViews.ALL) {
      boolean ofBanks = view == SettlementViews.ATTESTATIONS || view == SettlementViews.BOOKS;
      assertThat(view.owners())
          .as(view.noun())
          .extracting(View.Owner::parameter)
          .isEqualTo(ofBanks ? List.of("bank") : List.of("owner", "bank"));
      assertThat(view.visibility().parties())
          .as("who is named as owner or bank is a party to each item")
          .containsAll(
              view.owners().stream().flatMap(each -> each.column().pointers().stream()).toList());
    }
  }

  private static JsonNode tree(String json) {
    return Codec.readTree(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void texts_are_searched_in_one_form_in_what_is_stored_as_in_what_is_asked_for() {
    Column name = ParticipantViews.PARTICIPANTS.column("search");
    Object stored =
        name.reading()
            .apply(
                tree(
                    "{\"id\":\"91110000600037341L\",\"name\":{\"zh\":\"阿依古丽•买买提\",\"en\":\"ＡＢＣ Straße\"}}"));
    assertThat(List.of("阿依古丽·买买提", "abc STRASSE", " 91110000600037341l ", "阿依古丽・买买提　"))
        .allSatisfy(asked -> assertThat((String) stored).contains(Column.searchable(asked)));
    Column methodology = ProjectViews.PROJECTS.column("methodology");
    assertThat(
            methodology.reading().apply(tree("{\"design\":{\"methodology\":{\"id\":\"GCS-T1\"}}}")))
        .isEqualTo(Column.searchable("gcs-t1"));
  }

  @Test
  void other_tables_of_unicode_are_another_layout() {
    assertThat(ParticipantViews.PARTICIPANTS.layout())
        .contains("search Unicode " + Characters.VERSION + " /id");
  }

  @Test
  void files_have_full_serial_numbers_and_the_texts_of_corrections() {
    JsonNode item =
        tree(
            """
            {"batch":"CN-GCS-152502-20240001-2025-001","serials":["1-10","21-21"],
             "corrections":[{"statement":{"zh":"甲","en":"a"}},{"statement":{"zh":"乙","en":"b"}}]}""");
    assertThat(texts(item, "/serials"))
        .containsExactly(
            "CN-GCS-152502-20240001-2025-001-1-10", "CN-GCS-152502-20240001-2025-001-21-21");
    assertThat(texts(item, "/corrections/*/statement/zh")).containsExactly("甲", "乙");
    assertThat(texts(item, "/corrections/*/statement/en")).containsExactly("a", "b");
    assertThat(texts(tree("{}"), "/corrections/*/statement/en")).isEmpty();
  }

  @Test
  void what_belongs_together_is_told_together_and_nothing_slips_to_another_place() {
    JsonNode use =
        tree(
            """
            {"left":[{"cap":"TOTAL","left":30,"limit":50,"used":20},
             {"base":"ISSUED","cap":"OTHER","used":0},{"cap":"OUTSIDE","left":0,"limit":20,"used":20}]}""");
    assertThat(told(OffsetViews.USES, "Left by Cap (t)", use))
        .containsExactly("TOTAL 30", "OTHER –", "OUTSIDE 0");
    assertThat(told(OffsetViews.USES, "Used by Cap (t)", use))
        .containsExactly("TOTAL 20", "OTHER 0", "OUTSIDE 20");
    JsonNode rule =
        tree(
            """
            {"terms":{"caps":[{"base":"ISSUED","id":"TOTAL","perMille":50},{"id":"ALL","tonnes":9}],
             "minimumShares":[{"id":"LOCAL","of":"TOTAL","perMille":500}]}}""");
    assertThat(told(OffsetViews.RULES, "Caps (per mille of a base, or t)", rule))
        .containsExactly("TOTAL 50 ISSUED", "ALL 9");
    assertThat(told(OffsetViews.RULES, "Minimum Shares (of a cap, per mille)", rule))
        .containsExactly("LOCAL TOTAL 500");
    JsonNode market =
        tree(
            """
            {"used":[{"tonnes":5,"traits":{"kind":"CCER","projectType":"HYDRO","region":"130800"}}]}""");
    assertThat(told(OffsetViews.MARKET_USES, "Used (kind, division, t)", market))
        .containsExactly("CCER 130800 5");
    assertThat(told(OffsetViews.USES, "Left by Cap (t)", tree("{}"))).isEmpty();
  }

  private static List<String> told(View view, String name, JsonNode item) {
    Heading heading =
        view.headings().stream()
            .filter(each -> each.name().en().equals(name))
            .findFirst()
            .orElseThrow();
    return heading.inFile(item).valueStream().map(JsonNode::asString).toList();
  }

  private static List<String> texts(JsonNode item, String pointer) {
    return CreditViews.RETIREMENTS.headings().stream()
        .filter(heading -> heading.pointer().equals(pointer))
        .flatMap(heading -> heading.inFile(item).valueStream())
        .map(JsonNode::asString)
        .toList();
  }

  @Test
  void only_corrections_of_public_records_are_listed() {
    assertThat(Views.CORRECTIONS.publicTypes()).isPresent();
    assertThat(Views.CORRECTIONS.isCorrectable()).isFalse();
    assertThat(CreditViews.STATEMENT.isCorrectable()).isFalse();
    assertThat(CreditViews.FREEZES.isCorrectable()).isTrue();
  }

  @Test
  void what_is_frozen_is_not_told_apart_where_everybody_may_look() {
    List<Set<Account.Kind>> totals =
        Views.all().stream()
            .filter(view -> view.visibility().isPublic())
            .flatMap(view -> view.members().stream())
            .filter(Member.Total.class::isInstance)
            .map(member -> Set.copyOf(((Member.Total) member).kinds()))
            .toList();
    Set<Account.Kind> all = Set.of(Account.Kind.HELD, Account.Kind.FROZEN, Account.Kind.ESCROW);
    assertThat(totals).contains(all);
    assertThat(totals)
        .filteredOn(kinds -> kinds.stream().anyMatch(kind -> !kind.visibility().isPublic()))
        .as("of accounts that are not public, only what all of them have together")
        .allMatch(all::equals);
  }

  @Test
  void a_project_is_named_by_its_number_or_its_id() {
    Parameter project =
        CreditViews.BATCHES.parameters().stream()
            .filter(each -> each.name().equals("project"))
            .findFirst()
            .orElseThrow();
    assertThat(
            Map.of(
                "GCS-152502-2024-0001",
                "projectNumber",
                "gcs-152502-2024-0001",
                "projectNumber",
                "GCST-152502-2024-0001",
                "projectNumber",
                "6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d01",
                "project"))
        .allSatisfy(
            (value, column) -> assertThat(project.path(value).column().name()).isEqualTo(column));
  }

  private static final RecordType<Participant> OF_PARTS =
      new RecordType<>(
          "PARTICIPANT",
          Participant.class,
          Visibility.PUBLIC.except("/name", Visibility.to(Audience.AUDITOR)));

  private static View.Draft ofParts() {
    return View.of(OF_PARTS, "part", "部分", "Parts");
  }

  @Test
  void nothing_is_asked_for_by_a_member_that_is_for_fewer() {
    for (String pointer : List.of("/name", "/name/zh")) {
      assertThatThrownBy(() -> ofParts().text("called", pointer).done())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("reads /name, which is for fewer");
      assertThatThrownBy(() -> ofParts().search("search", "/id", pointer).done())
          .hasMessageContaining("for fewer");
    }
    assertThat(ofParts().text("region", "/region").done().columns()).hasSize(1);
  }

  @Test
  void nothing_is_told_of_records_that_are_for_fewer() {
    View.Draft draft = ofParts().text("id", "/id").refers("from", CreditViews.HOLDINGS, "id");
    assertThatThrownBy(draft::done).hasMessageContaining("records of holding");
    for (View view : Views.all()) {
      for (Member member : view.members()) {
        over(member).ifPresent(over -> Disclosure.requireVisible(view, over.view()));
      }
    }
  }

  private static Optional<Member.Over> over(Member member) {
    if (member instanceof Member.Total total) {
      return total.over();
    }
    return member instanceof Member.Sum sum ? Optional.of(sum.over()) : Optional.empty();
  }

  @Test
  void what_is_frozen_is_not_told_from_what_is_held() {
    for (Account.Kind kind : List.of(Account.Kind.HELD, Account.Kind.FROZEN, Account.Kind.ESCROW)) {
      assertThatThrownBy(() -> ofParts().withTotal("total", kind).done())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("tells [" + kind + "]");
    }
    assertThatThrownBy(
            () -> ofParts().withTotal("total", Account.Kind.HELD, Account.Kind.FROZEN).done())
        .hasMessageContaining("from the rest");
    ofParts()
        .withTotal("total", Account.Kind.HELD, Account.Kind.FROZEN, Account.Kind.ESCROW)
        .done();
    assertThatThrownBy(() -> ofParts().withTotal("total", Account.Kind.CASH).done())
        .hasMessageContaining("total of no credits");
    ofParts().withTotal("total", Account.Kind.RETIRED).done();
  }
}
