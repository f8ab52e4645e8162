// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.registry.Corrections;

/** Every view of the registry. */
public final class Views {
  /** What the authority has stated about wrong records; {@code record} is a record's id. */
  public static final View CORRECTIONS =
      View.of(Corrections.TYPE, "correction", "更正", "Corrections of records")
          .at("corrections")
          .namedBy("type", "record")
          .newestFirst()
          .large()
          .word("recordType", "/recordType")
          .onlyOfPublicRecords("recordType")
          .joined("record", "/parts")
          .index("record")
          .filter("record", "record", "被更正记录的编号", "Id of the record")
          .filter("type", "recordType", "被更正记录的类型", "Type of the record")
          .brief("记录类型", "Record Type", "/recordType")
          .brief("记录", "Record", "/parts")
          .brief("更正", "Corrections (zh)", "/corrections/*/statement/zh")
          .brief("更正（英文）", "Corrections", "/corrections/*/statement/en")
          .done();

  /** What credits are set aside for. Each has the columns {@code batch} and {@code escrowed}. */
  public static final List<View> ESCROWS_OF_CREDITS =
      List.of(
          MarketViews.LISTINGS,
          MarketViews.AUCTIONS,
          MarketViews.AUCTION_BIDS,
          BlockViews.OFFERS,
          ForwardViews.CREDITS);

  /** What money is set aside for. Each has the columns {@code participant} and {@code cash}. */
  public static final List<View> ESCROWS_OF_MONEY =
      List.of(
          MarketViews.LISTINGS,
          MarketViews.AUCTIONS,
          MarketViews.AUCTION_BIDS,
          BlockViews.OFFERS,
          ForwardViews.PLEDGES);

  private static final List<View> ALL =
      Stream.of(
              ParticipantViews.ALL,
              ProjectViews.ALL,
              CreditViews.ALL,
              OffsetViews.ALL,
              SettlementViews.ALL,
              MarketViews.ALL,
              BlockViews.ALL,
              ForwardViews.ALL,
              SupervisionViews.ALL,
              GoalViews.ALL,
              AssessmentViews.ALL,
              RegionViews.ALL,
              SharingViews.ALL,
              List.of(CORRECTIONS))
          .flatMap(List::stream)
          .toList();

  private static final Map<String, View> BY_NOUN =
      ALL.stream().collect(Collectors.toUnmodifiableMap(View::noun, Function.identity()));

  private static final Map<String, View> BY_PATH =
      ALL.stream()
          .filter(view -> view.path().isPresent())
          .collect(Collectors.toUnmodifiableMap(view -> view.path().get(), Function.identity()));

  /** By the type's name: hashing a type would cost every start of the command line. */
  private static final Map<String, View> BY_RECORD =
      ALL.stream()
          .filter(view -> view.record().isPresent() && view.some().isEmpty())
          .collect(
              Collectors.toUnmodifiableMap(
                  view -> view.record().get().name(), Function.identity()));

  static {
    ALL.forEach(Views::mustFindOthers);
  }

  private Views() {}

  /** A view that tells of another by its records finds it and its columns. */
  private static void mustFindOthers(View view) {
    for (Member member : view.members()) {
      if (member instanceof Member.Sum sum) {
        sum.over().column();
        sum.column();
      } else if (member instanceof Member.Total total) {
        total.over().ifPresent(Member.Over::column);
      }
    }
  }

  /** All of them. */
  public static List<View> all() {
    return ALL;
  }

  /** The view of a noun, if there is one. */
  public static Optional<View> ofNoun(String noun) {
    return Optional.ofNullable(BY_NOUN.get(noun));
  }

  /** The view whose list is at a path below the API's root, if there is one. */
  public static Optional<View> at(String path) {
    return Optional.ofNullable(BY_PATH.get(path));
  }

  /** The view of a type of record, if it has one of its own. */
  public static Optional<View> of(RecordType<?> record) {
    return Optional.ofNullable(BY_RECORD.get(record.name()));
  }

  /** The lists below a view's records. */
  public static List<View> below(View view) {
    return ALL.stream()
        .filter(each -> each.parent().filter(parent -> parent.view() == view).isPresent())
        .toList();
  }
}
