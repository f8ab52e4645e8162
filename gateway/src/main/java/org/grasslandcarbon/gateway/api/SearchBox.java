// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Journal;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.gateway.projection.Sought;
import org.grasslandcarbon.views.Column;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.MarketViews;
import org.grasslandcarbon.views.ParticipantViews;
import org.grasslandcarbon.views.ProjectViews;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.Views;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds what somebody typed: first what the text is by its form (a serial number, a block, a
 * number, a code, an id), then what has it in its name. Only what everybody may see is found, and
 * what is not is not hinted at. The same text gives the same hits in the same order, as long as the
 * ledger stands.
 */
@Component
final class SearchBox {
  /** Hits of one kind that have a text in their names: the list has the others. */
  private static final int OF_A_KIND_MOST = 5;

  /** Names of a kind that are compared with a text of several words. */
  private static final int COMPARED_MOST = 40;

  /** Retirements and cancellations that are told of one block or instruction. */
  private static final int ENDED_MOST = 5;

  private static final int TRANSACTIONS_MOST = 5;

  private static final Pattern TRANSACTION = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern BLOCK = Pattern.compile("0|[1-9][0-9]{0,11}");

  /** In which order kinds stand among equally good hits: as people mean them most often. */
  private static final List<View> ORDER =
      List.of(
          ProjectViews.PROJECTS,
          ParticipantViews.PARTICIPANTS,
          CreditViews.BENEFICIARIES,
          CreditViews.BATCHES,
          MarketViews.INSTRUMENTS,
          ProjectViews.METHODOLOGIES);

  private final Reader reader;
  private final Journal journal;
  private final Sought sought;
  private final Serials serials;

  SearchBox(Reader reader, Journal journal, Sought sought, Serials serials) {
    this.reader = reader;
    this.journal = journal;
    this.sought = sought;
    this.serials = serials;
  }

  /**
   * What was found.
   *
   * @param items the best first
   * @param lists where there is more of a kind than is told here
   * @param q what was looked for
   */
  record Answer(List<Hit> items, List<Elsewhere> lists, String q) {}

  /**
   * Something that was found.
   *
   * @param at its address, for what has one
   * @param id by which it is named
   * @param kind what it is: a noun of the registry, or {@code serial}, {@code instruction}, {@code
   *     transaction}, {@code block}
   * @param line what else is told of it, codes and numbers with dots between
   * @param list what belongs to it, for what has a list
   * @param title what it is called
   * @param training whether it is for practice only
   */
  record Hit(
      Optional<String> at,
      String id,
      String kind,
      String line,
      Optional<String> list,
      Title title,
      boolean training) {}

  /** What something is called; of what has no name, its number in both. */
  record Title(String en, String zh) {}

  /**
   * A list in which there are more.
   *
   * @param at its address with the filter
   * @param kind of what
   */
  record Elsewhere(String at, String kind) {}

  Answer find(String text) {
    String q = text.strip();
    String searchable = Column.searchable(q);
    if (searchable.isEmpty()) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("须含可供查找的文字").en("has nothing that could be looked for").at("q"));
    }
    Map<String, Hit> hits = new LinkedHashMap<>();
    exact(q).forEach(hit -> hits.putIfAbsent(hit.kind() + " " + hit.id(), hit));
    List<Elsewhere> lists = new ArrayList<>();
    named(searchable, q, lists).forEach(hit -> hits.putIfAbsent(hit.kind() + " " + hit.id(), hit));
    return new Answer(List.copyOf(hits.values()), lists, q);
  }

  // What the text is by its form.

  private List<Hit> exact(String q) {
    List<Hit> hits = new ArrayList<>();
    String upper = q.toUpperCase(Locale.ROOT);
    String lower = q.toLowerCase(Locale.ROOT);
    if (upper.matches(BatchId.PATTERN)) {
      item(CreditViews.BATCHES, upper).ifPresent(hits::add);
    } else if (upper.startsWith("R-")) {
      of(CreditViews.RETIREMENTS, "certificateNumber", q, hits);
    } else if (upper.matches(ProjectNumber.PATTERN)) {
      of(ProjectViews.PROJECTS, "number", upper, hits);
    } else if (upper.matches(InstrumentId.PATTERN)) {
      item(MarketViews.INSTRUMENTS, upper).ifPresent(hits::add);
    } else if (upper.matches(ParticipantId.PATTERN)) {
      item(ParticipantViews.PARTICIPANTS, upper).ifPresent(hits::add);
      of(CreditViews.BENEFICIARIES, "code", upper, hits);
    } else if (lower.matches(InstructionId.PATTERN)) {
      instruction(lower, hits);
    } else if (TRANSACTION.matcher(q).matches()) {
      transaction(lower, hits);
    } else if (BLOCK.matcher(q).matches()) {
      block(Long.parseLong(q), hits);
    } else {
      serial(q, hits);
    }
    return hits;
  }

  private void serial(String q, List<Hit> hits) {
    Optional<Serials.Block> found;
    try {
      if (Serials.tryRead(q).isEmpty()) {
        return;
      }
      found = Optional.of(serials.find(q));
    } catch (RequestException noSuchCredits) {
      // A batch that is not there, or serials that it does not have, are nothing to be found.
      return;
    }
    Serials.Block block = found.get();
    String list = Paths.BASE + "/retirements?serial=" + encoded(block.serial());
    hits.add(
        new Hit(
            Optional.of(Paths.BASE + "/serials/" + encoded(block.serial())),
            block.serial(),
            "serial",
            line(List.of(block.status().orElse("…"), block.quantity() + " t", block.vintage())),
            Optional.of(list),
            new Title(block.serial(), block.serial()),
            block.training()));
    Set<String> ended = new LinkedHashSet<>();
    block.parts().stream()
        .limit(ENDED_MOST)
        .forEach(
            part -> {
              part.retirement().ifPresent(id -> ended.add(id.value()));
              part.cancellation().ifPresent(id -> ended.add(id.value()));
            });
    ended.forEach(id -> ofInstruction(id, hits));
    item(CreditViews.BATCHES, block.batch().value()).ifPresent(hits::add);
    item(ProjectViews.PROJECTS, block.project()).ifPresent(hits::add);
  }

  /** What an id names: records of the public, what it used up, and what became of it. */
  private void instruction(String id, List<Hit> hits) {
    ofInstruction(id, hits);
    for (View view : Views.all()) {
      boolean named =
          view.visibility().isPublic()
              && view.some().isEmpty()
              && view.path().isPresent()
              && view.record().isPresent()
              && view.idParts().size() == 1
              && view != CreditViews.RETIREMENTS;
      if (named) {
        item(view, id).ifPresent(hits::add);
      }
    }
    journal
        .find(new InstructionId(id))
        .filter(entry -> Confidence.visibility(entry).isPublic())
        .ifPresent(
            entry ->
                hits.add(
                    new Hit(
                        Optional.of(Paths.BASE + "/instructions/" + id),
                        id,
                        "instruction",
                        line(
                            List.of(
                                entry.text("action").orElse(""),
                                entry.text("outcome").orElse(""),
                                "block " + entry.block(),
                                entry.text("at").orElse(""))),
                        Optional.empty(),
                        new Title(id, id),
                        false)));
  }

  private void ofInstruction(String id, List<Hit> hits) {
    of(CreditViews.RETIREMENTS, "instruction", id, hits);
    of(CreditViews.CANCELLATIONS, "instruction", id, hits);
  }

  private void transaction(String id, List<Hit> hits) {
    OptionalLong block = sought.blockOf(id);
    if (block.isPresent()) {
      hits.add(
          new Hit(
              Optional.empty(),
              id,
              "transaction",
              "block " + block.getAsLong(),
              Optional.empty(),
              new Title(id, id),
              false));
    }
  }

  private void block(long number, List<Hit> hits) {
    List<String> transactions = sought.transactionsOf(number, TRANSACTIONS_MOST);
    if (!transactions.isEmpty()) {
      hits.add(
          new Hit(
              Optional.empty(),
              Long.toString(number),
              "block",
              line(transactions),
              Optional.empty(),
              new Title("Block " + number, "区块 " + number),
              false));
    }
  }

  private void of(View view, String column, String value, List<Hit> hits) {
    Selection selection = Selection.all(view).with(view.column(column), value);
    reader
        .page(selection, OptionalLong.empty(), ENDED_MOST)
        .items()
        .forEach(item -> hits.add(hit(view, id(view, item), item)));
  }

  // What has the text in its name.

  /** A hit with how good it is: 0 the very name, 1 its beginning, 2 a word within. */
  private record Ranked(int rank, int kind, int length, Hit hit) {}

  private List<Hit> named(String searchable, String q, List<Elsewhere> lists) {
    List<String> words = List.of(searchable.split(" +"));
    String longest = words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
    List<Ranked> ranked = new ArrayList<>();
    for (View view : Sought.views()) {
      List<Ranked> ofView = new ArrayList<>();
      Set<String> ids = new LinkedHashSet<>();
      if (words.size() == 1) {
        ids.addAll(sought.named(view, searchable, true, OF_A_KIND_MOST + 1));
        ids.addAll(sought.named(view, searchable, false, OF_A_KIND_MOST + 1));
      } else {
        ids.addAll(sought.named(view, searchable, true, OF_A_KIND_MOST + 1));
        ids.addAll(sought.named(view, longest, true, COMPARED_MOST));
        ids.addAll(sought.named(view, longest, false, COMPARED_MOST));
      }
      for (String id : ids) {
        record(view, id)
            .flatMap(record -> ranked(view, id, record, searchable, words))
            .ifPresent(ofView::add);
      }
      ofView.sort(BEST);
      if (ofView.size() > OF_A_KIND_MOST) {
        more(view, q).ifPresent(lists::add);
      }
      ofView.stream().limit(OF_A_KIND_MOST).forEach(ranked::add);
    }
    return ranked.stream().sorted(BEST).map(Ranked::hit).toList();
  }

  private static final Comparator<Ranked> BEST =
      Comparator.comparingInt(Ranked::rank)
          .thenComparingInt(Ranked::kind)
          .thenComparingInt(Ranked::length)
          .thenComparing(each -> each.hit().id());

  private static Optional<Ranked> ranked(
      View view, String id, ObjectNode record, String searchable, List<String> words) {
    int rank = 3;
    int length = Integer.MAX_VALUE;
    String all = "";
    for (String text : view.sought().orElseThrow().texts(record)) {
      String own = Column.searchable(text);
      all = all + " " + own;
      rank = Math.min(rank, own.equals(searchable) ? 0 : own.startsWith(searchable) ? 1 : 2);
      length = Math.min(length, own.length());
    }
    String whole = all + " " + Column.searchable(record.path("spellings").toString());
    return words.stream().allMatch(whole::contains)
        ? Optional.of(new Ranked(rank, order(view), length, hit(view, id, record)))
        : Optional.empty();
  }

  private static int order(View view) {
    int place = ORDER.indexOf(view);
    return place < 0 ? ORDER.size() : place;
  }

  /** Where all of a kind are that have a text in their names, if the list can be asked so. */
  private static Optional<Elsewhere> more(View view, String q) {
    return view.parameters().stream().anyMatch(parameter -> parameter.name().equals("q"))
        ? view.path()
            .map(path -> new Elsewhere(Paths.BASE + "/" + path + "?q=" + encoded(q), view.noun()))
        : Optional.empty();
  }

  // How things are told.

  private Optional<Hit> item(View view, String id) {
    return record(view, id).map(record -> hit(view, id, record));
  }

  /** A record as it is stored, or a row; what is withheld for a while has no name of its own. */
  private Optional<ObjectNode> record(View view, String id) {
    return view.record().isPresent()
        ? reader.find(view.record().get().key(id.split(":")))
        : reader.first(Selection.all(view).with(view.identity().orElseThrow(), id));
  }

  private static String id(View view, JsonNode item) {
    if (view == CreditViews.BENEFICIARIES) {
      return item.path("beneficiary").asString();
    }
    String id = item.path("id").asString("");
    if (view == CreditViews.CANCELLATIONS) {
      return id + ":" + item.path("batch").asString();
    }
    return item.has("part") ? id + ":" + item.path("part").asString() : id;
  }

  private static Hit hit(View view, String id, JsonNode record) {
    Optional<String> at =
        view.record().map(any -> Paths.BASE + "/" + view.path().orElseThrow() + "/" + address(id));
    return new Hit(
        at,
        id,
        view.noun(),
        facts(view, record),
        list(view, id, record),
        title(view, id, record),
        training(record));
  }

  private static String address(String id) {
    return List.of(id.split(":")).stream().map(SearchBox::encoded).collect(Collectors.joining("/"));
  }

  private static boolean training(JsonNode record) {
    return record.path("training").asBoolean(false)
        || record.path("asset").asString("").endsWith("TRAINING");
  }

  private static Title title(View view, String id, JsonNode record) {
    if (record.has("beneficiary") && record.path("beneficiary").isObject()) {
      return new Title(
          record.at("/beneficiary/name/en").asString(id),
          record.at("/beneficiary/name/zh").asString(id));
    }
    return view.sought()
        .map(
            names ->
                new Title(record.at(names.en()).asString(id), record.at(names.zh()).asString(id)))
        .orElse(new Title(id, id));
  }

  private static String facts(View view, JsonNode record) {
    List<Object> facts = new ArrayList<>();
    if (view.sought().isPresent()) {
      view.sought().get().told().forEach(pointer -> facts.add(record.at(pointer)));
    } else {
      for (String name :
          List.of("certificateNumber", "projectNumber", "batch", "state", "reason", "at")) {
        facts.add(record.path(name));
      }
    }
    return line(facts);
  }

  private static String line(List<?> facts) {
    return facts.stream()
        .map(each -> each instanceof JsonNode node ? ExportAnswers.text(node) : each.toString())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  /** The list of what belongs to a thing: of what was retired of or for it where there is one. */
  private static Optional<String> list(View view, String id, JsonNode record) {
    String filter = null;
    if (view == ProjectViews.PROJECTS) {
      filter = "batches?project=" + encoded(record.path("number").asString(id));
    } else if (view == CreditViews.BATCHES) {
      filter = "retirements?batch=" + encoded(id);
    } else if (view == CreditViews.BENEFICIARIES) {
      filter = "retirements?beneficiaryId=" + encoded(id);
    } else if (view == MarketViews.INSTRUMENTS) {
      filter = "trades?instrument=" + encoded(id);
    } else if (view == ParticipantViews.PARTICIPANTS) {
      filter = "retirements?holder=" + encoded(id);
    }
    return Optional.ofNullable(filter).map(list -> Paths.BASE + "/" + list);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
