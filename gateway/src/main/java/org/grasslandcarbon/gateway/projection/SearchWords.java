// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.unicode.Characters;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.views.Column;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.Views;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The texts by which public records are found where anything can be typed: of each name the name
 * itself and what follows from each of its characters (Chinese) or words (other scripts), so that a
 * part of a name is a beginning of one of them, and a beginning is what an index finds. They are
 * kept as bytes, which both databases order in the same way.
 */
final class SearchWords {
  /** Characters that tell names apart; whoever types more is compared with the whole name. */
  static final int CHARACTERS_MOST = 24;

  /**
   * Of a name, what begins after so many characters is not found: no name is as long, also where
   * its form for searching has more characters than it has itself.
   */
  private static final int BEGINNINGS_MOST = 2 * Name.MOST;

  /** Sorts behind every text that begins with some bytes: UTF-8 never has it. */
  private static final byte LAST = (byte) 0xFF;

  /** From here on each sign is a word: the scripts of East Asia. */
  private static final int FIRST_OF_EAST_ASIA = 0x2E80;

  private static final int IDS_A_QUERY = 500;

  /** At the beginning of a name: what is found there comes first. */
  static final int BEGINNING = 0;

  /** Within a name. */
  static final int WITHIN = 1;

  private static final String COLUMNS =
      " (kind varchar(40) NOT NULL, place integer NOT NULL, word bytea NOT NULL,"
          + " id varchar(600) NOT NULL)";

  /** By what a text finds items. */
  private static final String BY_WORD = "kind, place, word, id";

  /** By what items are found again: H2 finds several ids only where they stand first. */
  private static final String BY_ID = "id, kind";

  /** The form of its name, whatever it was filled under. */
  static final String FORM = "w_word_[0-9a-f]+";

  /** The views whose items are found by name. */
  static final List<View> VIEWS =
      Views.all().stream().filter(view -> view.sought().isPresent()).toList();

  private static final Map<String, View> BY_TYPE = byType();

  private final String name =
      "w_word_"
          + Sql.digest(
              COLUMNS
                  + BY_WORD
                  + BY_ID
                  + Characters.VERSION
                  + CHARACTERS_MOST
                  + " "
                  + BEGINNINGS_MOST
                  + VIEWS.stream().map(view -> view.noun() + view.sought().orElseThrow()).toList());

  private static Map<String, View> byType() {
    Map<String, View> types = new HashMap<>();
    VIEWS.forEach(view -> view.record().ifPresent(record -> types.put(record.name(), view)));
    return types;
  }

  /** A text at a place of a name. */
  private record Word(int place, ByteBuffer bytes) {}

  String table() {
    return name;
  }

  /** Makes the table, without the index that finds items: whoever fills it makes that one. */
  void create(JdbcTemplate jdbc) {
    jdbc.execute("CREATE TABLE IF NOT EXISTS " + name + COLUMNS);
    jdbc.execute(Sql.index(name, "id", BY_ID));
  }

  /** Makes the index by which items are found. */
  void index(JdbcTemplate jdbc) {
    jdbc.execute(Sql.index(name, "word", BY_WORD));
  }

  /** Writes how records of a type are found now, in the place of how they were found before. */
  void write(String type, List<RecordRow> rows, JdbcTemplate jdbc) {
    View view = BY_TYPE.get(type);
    if (view == null || rows.isEmpty()) {
      return;
    }
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (RecordRow row : rows) {
      texts.put(
          row.id(),
          row.isDeletion()
              ? List.of()
              : view.sought().orElseThrow().texts(Codec.readTree(row.value())));
    }
    write(view, texts, jdbc);
  }

  /** The same of items whose texts are known. */
  void write(View view, Map<String, List<String>> texts, JdbcTemplate jdbc) {
    Map<String, Set<Word>> before = present(view, List.copyOf(texts.keySet()), jdbc);
    List<Object[]> gone = new ArrayList<>();
    List<Object[]> added = new ArrayList<>();
    texts.forEach(
        (id, some) -> {
          Set<Word> now = new LinkedHashSet<>();
          some.forEach(text -> addWords(text, now));
          Set<Word> known = before.getOrDefault(id, Set.of());
          known.stream()
              .filter(each -> !now.contains(each))
              .forEach(each -> gone.add(row(view, each, id)));
          now.stream()
              .filter(each -> !known.contains(each))
              .forEach(each -> added.add(row(view, each, id)));
        });
    Batches.update(
        jdbc,
        "DELETE FROM " + name + " WHERE kind = ? AND place = ? AND word = ? AND id = ?",
        gone);
    Batches.insert(jdbc, name + " (kind, place, word, id)", added);
  }

  private static Object[] row(View view, Word word, String id) {
    return new Object[] {view.noun(), word.place(), word.bytes().array(), id};
  }

  private Map<String, Set<Word>> present(View view, List<String> ids, JdbcTemplate jdbc) {
    Map<String, Set<Word>> present = new HashMap<>();
    for (int from = 0; from < ids.size(); from += IDS_A_QUERY) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + IDS_A_QUERY));
      List<Object> values = new ArrayList<>(List.of(view.noun()));
      values.addAll(some);
      jdbc.query(
          "SELECT id, place, word FROM "
              + name
              + " WHERE kind = ? AND id IN ("
              + String.join(", ", Collections.nCopies(some.size(), "?"))
              + ")",
          row -> {
            present
                .computeIfAbsent(row.getString(1), any -> new LinkedHashSet<>())
                .add(new Word(row.getInt(2), ByteBuffer.wrap(row.getBytes(3))));
          },
          values.toArray());
    }
    return present;
  }

  private static void addWords(String text, Set<Word> words) {
    int[] signs = Column.searchable(text).codePoints().toArray();
    for (int i = 0; i < Math.min(signs.length, BEGINNINGS_MOST); i++) {
      if (i == 0 || beginsWord(signs[i - 1], signs[i])) {
        String word = new String(signs, i, Math.min(CHARACTERS_MOST, signs.length - i));
        words.add(new Word(i == 0 ? BEGINNING : WITHIN, ByteBuffer.wrap(bytes(word))));
      }
    }
  }

  private static boolean beginsWord(int before, int sign) {
    if (sign >= FIRST_OF_EAST_ASIA) {
      return true;
    }
    return Character.isLetterOrDigit(sign)
        && (before >= FIRST_OF_EAST_ASIA || !Character.isLetterOrDigit(before));
  }

  /**
   * A text from its first word on: signs before it begin no word, so that nothing is found by them.
   *
   * @param searchable in the form in which texts are searched
   * @return empty when no word begins in it
   */
  static String fromFirstWord(String searchable) {
    int[] signs = searchable.codePoints().toArray();
    for (int i = 0; i < signs.length; i++) {
      if (beginsWord(i == 0 ? ' ' : signs[i - 1], signs[i])) {
        return new String(signs, i, signs.length - i);
      }
    }
    return "";
  }

  /** Whether a text is found as a whole by its words, or must be compared with whole names too. */
  static boolean isWhole(String searchable) {
    return searchable.codePointCount(0, searchable.length()) <= CHARACTERS_MOST
        && fromFirstWord(searchable).length() == searchable.length();
  }

  /** The view by whose noun the words of a view's items are kept. */
  static View of(View view) {
    return view.some().map(View.Some::all).orElse(view);
  }

  /** The first of the texts that begin with some signs, and the first behind all of them. */
  static byte[][] range(String word) {
    int[] signs = word.codePoints().limit(CHARACTERS_MOST).toArray();
    byte[] from = bytes(new String(signs, 0, signs.length));
    byte[] to = Arrays.copyOf(from, from.length + 1);
    to[from.length] = LAST;
    return new byte[][] {from, to};
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The ids of items of a view with a word at a place that begins with a text, in a fixed order.
   */
  List<String> find(View view, int place, String searchable, int most, JdbcTemplate jdbc) {
    byte[][] range = range(searchable);
    return jdbc.queryForList(
        "SELECT id FROM "
            + name
            + " WHERE kind = ? AND place = ? AND word >= ? AND word < ?"
            + " ORDER BY kind, place, word, id FETCH FIRST "
            + most
            + " ROWS ONLY",
        String.class,
        view.noun(),
        place,
        range[0],
        range[1]);
  }

  /**
   * The ids of all items of a view in one of whose names a word begins with a text, or the text
   * goes on.
   *
   * @param searchable in the form in which texts are searched
   * @return at most so many
   */
  Set<String> findAll(View view, String searchable, int most, JdbcTemplate jdbc) {
    String word = fromFirstWord(searchable);
    Set<String> ids = new LinkedHashSet<>();
    if (!word.isEmpty()) {
      ids.addAll(find(view, BEGINNING, word, most, jdbc));
      if (ids.size() < most) {
        ids.addAll(find(view, WITHIN, word, most, jdbc));
      }
    }
    return ids;
  }
}
