// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.projection.Journal;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Timelines;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.Views;
import tools.jackson.databind.JsonNode;

/**
 * Puts entries of the journal into words, by what is declared: the action's title, the records that
 * the entry names and what its postings moved. For one answer: names are looked up once.
 */
final class TimelineWords {
  /** What references call otherwise than the list in which their records are. */
  private static final Map<String, String> NOUNS =
      Map.of("blockOffer", "block", "market", "offset-market");

  /** References and movements told in a line; the item itself has all of them. */
  private static final int TOLD_MOST = 4;

  private final Reader reader;
  private final Map<ParticipantId, Optional<Name>> names = new HashMap<>();

  TimelineWords(Reader reader) {
    this.reader = reader;
  }

  /**
   * An entry as an item.
   *
   * @param postings of its movements those that are told
   * @param serials of a block of credits, which of them it is about
   * @param signed whether the signed instruction may be read
   */
  TimelineItem item(Timelines.Told told, JsonNode postings, List<String> serials, boolean signed) {
    Journal.Entry entry = told.entry();
    String action = entry.text("action").orElseThrow();
    ParticipantId participant = new ParticipantId(entry.text("participant").orElseThrow());
    List<TimelineItem.Changed> changed = changed(entry.entry().path("references"));
    List<TimelineItem.Moved> moved = moved(postings);
    return new TimelineItem(
        Optional.of(action),
        Optional.of(Instant.parse(entry.text("at").orElseThrow())),
        Optional.of(entry.block()),
        changed,
        Optional.of(told.id()),
        !entry.isWhole(),
        moved,
        names.computeIfAbsent(participant, this::name),
        Optional.of(participant),
        serials,
        signed ? Optional.of(Paths.instruction(told.id()) + "/signed") : Optional.empty(),
        entry.isWhole() ? summary(changed, moved) : letGo(entry),
        Catalogue.find(action).map(ActionType::title),
        Optional.of(entry.transactionId()),
        Optional.empty());
  }

  /** Credits that changed hands by acts that are not told. */
  static TimelineItem item(TimelineItem.Transfers transfers, List<String> serials) {
    return new TimelineItem(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        serials,
        Optional.empty(),
        new TimelineItem.Summary(
            "changed hands, by " + transfers.times() + " acts",
            "持有方变更 " + transfers.times() + " 次"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(transfers));
  }

  private Optional<Name> name(ParticipantId participant) {
    return reader
        .find(Participant.key(participant))
        .map(record -> Codec.convert(record.path("name"), Name.class));
  }

  private static List<TimelineItem.Changed> changed(JsonNode references) {
    List<TimelineItem.Changed> changed = new ArrayList<>();
    for (JsonNode reference : references) {
      String type = reference.path("type").asString("");
      String noun =
          NOUNS.getOrDefault(type, type.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
      changed.add(
          new TimelineItem.Changed(
              reference.path("id").asString(""),
              Views.ofNoun(noun).map(TimelineWords::singular),
              type));
    }
    return changed;
  }

  /** Chinese has one form; in English the noun is the singular of the list's title. */
  private static Name singular(View view) {
    return Name.of(view.title().zh(), view.noun().replace('-', ' '));
  }

  /** What went the same way is one movement, in the order in which the ways were first gone. */
  private static List<TimelineItem.Moved> moved(JsonNode postings) {
    Map<List<String>, Long> ways = new LinkedHashMap<>();
    for (JsonNode posting : postings) {
      List<String> way =
          List.of(
              posting.path("asset").asString(""),
              posting.path("source").asString(""),
              posting.path("destination").asString(""));
      ways.merge(way, posting.path("amount").asLong(), Math::addExact);
    }
    return ways.entrySet().stream()
        .map(
            each ->
                new TimelineItem.Moved(
                    each.getValue(),
                    each.getKey().get(0),
                    each.getKey().get(1),
                    each.getKey().get(2)))
        .toList();
  }

  private static TimelineItem.Summary letGo(Journal.Entry entry) {
    return new TimelineItem.Summary(
        "what it changed was let go here; block " + entry.block() + " has it",
        "本网关已清理其内容，区块 " + entry.block() + " 中有");
  }

  private static TimelineItem.Summary summary(
      List<TimelineItem.Changed> changed, List<TimelineItem.Moved> moved) {
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    for (TimelineItem.Changed each : changed.stream().limit(TOLD_MOST).toList()) {
      Name name = each.name().orElseGet(() -> Name.of(each.type(), each.type()));
      zh.add(name.zh() + " " + each.id());
      en.add(name.en() + " " + each.id());
    }
    for (TimelineItem.Moved each : moved.stream().limit(TOLD_MOST).toList()) {
      Name from = AccountWords.of(kind(each.from()));
      Name to = AccountWords.of(kind(each.to()));
      boolean money = Asset.isNamed(each.asset());
      String amount =
          money
              ? BigDecimal.valueOf(each.amount(), 2).toPlainString()
              : Long.toString(each.amount());
      zh.add(amount + (money ? " 元" : " 吨") + "由" + from.zh() + "转至" + to.zh());
      en.add(amount + (money ? " yuan" : " t") + " from " + from.en() + " to " + to.en());
    }
    int more = Math.max(0, changed.size() - TOLD_MOST) + Math.max(0, moved.size() - TOLD_MOST);
    if (more > 0) {
      zh.add("另有 " + more + " 项");
      en.add(more + " more");
    }
    return new TimelineItem.Summary(String.join("; ", en), String.join("；", zh));
  }

  /** Of an account of which only the kind is told, its text is the kind's. */
  private static Account.Kind kind(String account) {
    String kind = account.split(":", 2)[0];
    for (Account.Kind each : Account.Kind.values()) {
      if (each.text().equals(kind)) {
        return each;
      }
    }
    return Account.Kind.OTHER;
  }
}
