// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.compare;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.grasslandcarbon.audit.finding.Finding;
import org.grasslandcarbon.audit.finding.FindingCode;
import org.grasslandcarbon.audit.finding.FindingSink;
import org.grasslandcarbon.audit.finding.Place;
import org.grasslandcarbon.audit.ledger.LedgerState;
import org.grasslandcarbon.audit.ledger.Scratch;
import org.grasslandcarbon.audit.ledger.Stored;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.views.Member;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.Views;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds what a gateway shows against what the blocks lead to: every item of every list of records,
 * member by member, and every record of those types whether it is shown. What a gateway adds to
 * records, and rows that are no records, are not compared.
 */
public final class ProjectionComparison {
  private static final String PAGE = "200";

  /** More differences have one cause, and are not told singly. */
  private static final int DIFFERENCES_MOST = 10_000;

  private final LedgerState state;
  private final String chaincode;
  private final FindingSink believed;
  private final List<Finding> differences = new ArrayList<>();
  private final FindingSink findings = this::keep;
  private long compared;

  /** What a gateway shows to an auditor. */
  public interface Shown {
    /** A page of a list. */
    Items page(View view, Map<String, String> filters);

    /** One item by the parts of its id; empty when there is none. */
    Optional<JsonNode> one(View view, List<String> id);

    /**
     * Some items.
     *
     * @param items the items
     * @param next the cursor of the next page
     */
    record Items(List<JsonNode> items, Optional<String> next) {
      public Items {
        items = List.copyOf(items);
      }
    }
  }

  public ProjectionComparison(LedgerState state, String chaincode, FindingSink findings) {
    this.state = state;
    this.chaincode = chaincode;
    believed = findings;
  }

  /** Until the gateway says that it is where it was, what differs may be what came since. */
  private void keep(Finding difference) {
    if (differences.size() < DIFFERENCES_MOST) {
      differences.add(difference);
    }
  }

  /**
   * Compares all lists. What differs is told only when the gateway is at the same block at the end.
   *
   * @param last the last block that the state follows from
   * @param projected the last block that the gateway's reads see; asked before and after
   * @return how many records were compared
   */
  public long compare(Shown gateway, long last, LongSupplier projected) {
    long before = projected.getAsLong();
    if (before != last) {
      notCompared(before, last);
      return 0;
    }
    Set<RecordType<?>> types = new HashSet<>();
    for (View view : Views.all()) {
      view.record()
          .filter(type -> view.path().isPresent() && types.add(type))
          .ifPresent(type -> compare(gateway, view, type));
    }
    long after = projected.getAsLong();
    if (after == last) {
      differences.forEach(believed::add);
    } else {
      notCompared(after, last);
    }
    differences.clear();
    Set<String> elsewhere =
        RecordTypes.all().stream()
            .filter(type -> !types.contains(type))
            .map(RecordType::name)
            .collect(Collectors.toCollection(TreeSet::new));
    believed.add(
        FindingCode.PROJECTION_WITHOUT_LIST,
        Place.NOWHERE,
        zh("不在列表中的记录类型：%s").en("types of records that are in no list: %s", elsewhere));
    return compared;
  }

  private void notCompared(long gateway, long last) {
    believed.add(
        FindingCode.PROJECTION_NOT_COMPARED,
        Place.NOWHERE,
        zh("网关在区块 %s，审计在区块 %s")
            .en("the gateway is at block %s, the audit at block %s", gateway, last));
  }

  private void compare(Shown gateway, View view, RecordType<?> type) {
    try (Scratch seen = state.scratch()) {
      compare(gateway, view, type, seen);
    }
  }

  private void compare(Shown gateway, View view, RecordType<?> type, Scratch seen) {
    if (view.owners().isEmpty()) {
      compareList(gateway, view, type, Map.of(), seen);
    } else {
      String parameter = view.owners().get(0).parameter();
      state.forEach(
          chaincode,
          (key, stored) -> {
            if (RecordTypes.of(key).filter(each -> each == Participant.TYPE).isPresent()) {
              compareList(gateway, view, type, Map.of(parameter, Keys.parts(key).get(1)), seen);
            }
          });
    }
    state.forEach(
        chaincode,
        (key, stored) -> {
          if (RecordTypes.of(key).filter(each -> each == type).isPresent() && !seen.has(key)) {
            compareUnlisted(gateway, view, type, key, stored, seen);
          }
        });
  }

  private void compareList(
      Shown gateway, View view, RecordType<?> type, Map<String, String> filters, Scratch seen) {
    Map<String, String> asked = new LinkedHashMap<>(filters);
    asked.put("limit", PAGE);
    Optional<String> cursor;
    do {
      Shown.Items page = gateway.page(view, asked);
      page.items().forEach(item -> compareItem(view, type, item, seen));
      cursor = page.next();
      cursor.ifPresent(next -> asked.put("cursor", next));
    } while (cursor.isPresent());
  }

  /** A list may leave out what is empty; the record itself is there all the same. */
  private void compareUnlisted(
      Shown gateway, View view, RecordType<?> type, String key, Stored stored, Scratch seen) {
    List<String> id = Keys.parts(key).subList(1, Keys.parts(key).size());
    boolean ofHiddenType =
        view.publicTypes().isPresent()
            && RecordTypes.named(id.get(0)).filter(told -> told.visibility().isPublic()).isEmpty();
    if (ofHiddenType) {
      return;
    }
    Optional<JsonNode> item = gateway.one(view, id);
    if (item.isPresent()) {
      compareItem(view, type, item.get(), seen);
    } else {
      findings.add(
          FindingCode.PROJECTION_LACKS,
          Place.block(stored.block()).key(key),
          zh("列表 %s").en("list %s", view.noun()));
    }
  }

  private void compareItem(View view, RecordType<?> type, JsonNode item, Scratch seen) {
    compared++;
    byte[] told = Codec.write(ofRecord(type, item));
    Optional<String> key = key(type, told);
    Optional<Stored> stored = key.flatMap(text -> state.find(chaincode, text));
    if (stored.isEmpty()) {
      findings.add(
          FindingCode.PROJECTION_HAS_MORE,
          key.map(Place.NOWHERE::key).orElse(Place.NOWHERE),
          zh("列表 %s：%s").en("list %s: %s", view.noun(), Codec.text(item)));
      return;
    }
    seen.put(key.get(), stored.get().block());
    if (Arrays.equals(stored.get().value(), told)) {
      return;
    }
    ObjectNode mine = (ObjectNode) Codec.readTree(stored.get().value());
    ObjectNode theirs = ofRecord(type, item);
    // What a view adds may have the name of a member that this record does without.
    view.members().stream()
        .map(Member::name)
        .filter(name -> !mine.has(name))
        .forEach(theirs::remove);
    if (!Arrays.equals(Codec.write(mine), Codec.write(theirs))) {
      findings.add(
          FindingCode.PROJECTION_DIFFERS,
          Place.block(stored.get().block()).key(key.get()),
          difference(mine, theirs));
    }
  }

  private static Detail difference(JsonNode mine, JsonNode told) {
    Set<String> names = new TreeSet<>(mine.propertyNames());
    names.addAll(told.propertyNames());
    String apart =
        names.stream()
            .filter(name -> !mine.path(name).equals(told.path(name)))
            .map(name -> name + ": " + told.path(name) + " / " + mine.path(name))
            .collect(Collectors.joining("; "));
    return zh("网关 / 推导：%s").en("gateway / blocks: %s", apart);
  }

  /** An item without what the gateway adds. */
  private static ObjectNode ofRecord(RecordType<?> type, JsonNode item) {
    ObjectNode record = ((ObjectNode) item).deepCopy();
    record.retain(
        Arrays.stream(type.recordClass().getRecordComponents())
            .map(RecordComponent::getName)
            .toList());
    return record;
  }

  private static Optional<String> key(RecordType<?> type, byte[] told) {
    try {
      LedgerRecord record = Codec.read(told, type.recordClass());
      return Optional.of(record.key().text());
    } catch (RegistryException | BadValueException e) {
      return Optional.empty();
    }
  }
}
