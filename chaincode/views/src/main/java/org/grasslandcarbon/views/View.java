// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.registry.Corrections;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;
import tools.jackson.databind.JsonNode;

/**
 * What is shown of one noun: the records or rows that it is made of, who may see them, what can be
 * asked for, what an answer adds, the columns of its exports. Each is declared once; whoever serves
 * or reads lists derives everything else from the declaration.
 *
 * <p>What is misspelt (a column, a reference) fails when the declaration is made, that is at start.
 */
public final class View {
  private final Draft told;

  private View(Draft told) {
    this.told = told;
  }

  /**
   * Begins the view of a type of record.
   *
   * @param noun one of them, as it is typed at the command line, e.g. {@code trust-anchor}
   */
  public static Draft of(RecordType<?> record, String noun, String zh, String en) {
    return new Draft(Optional.of(record), noun, Name.of(zh, en), record.visibility());
  }

  /** Begins a view of rows that the projection makes of the journal, and that are no records. */
  public static Draft ofRows(String noun, String zh, String en, Visibility visibility) {
    return new Draft(Optional.empty(), noun, Name.of(zh, en), visibility);
  }

  /**
   * Begins a list of some of another view's records, with filters and headings of its own: those
   * for which a column of truth values holds. It has the other's columns and no table.
   *
   * @param flag a column of the other view
   */
  public static Draft of(View all, String flag, String noun, String zh, String en) {
    Draft draft = new Draft(all.record(), noun, Name.of(zh, en), all.visibility());
    draft.columns.putAll(all.told.columns);
    draft.inner.addAll(all.told.inner);
    draft.references.putAll(all.told.references);
    draft.large = all.told.large;
    draft.reserved = all.told.reserved;
    draft.some = new Some(all, all.column(flag));
    return draft;
  }

  /**
   * Which of another view's records a list has.
   *
   * @param all the other view
   * @param flag the column that holds for them
   */
  public record Some(View all, Column flag) {}

  /** Of which view's records it lists some; absent for a view that has its records to itself. */
  public Optional<Some> some() {
    return Optional.ofNullable(told.some);
  }

  /**
   * The column by which its list is sorted, the largest first; absent where the order is that of
   * the ledger.
   */
  public Optional<Column> largestFirst() {
    return Optional.ofNullable(told.largestFirst);
  }

  /** What one is called at the command line. */
  public String noun() {
    return told.noun;
  }

  /** The name of its table: no word of SQL, which a noun may be. */
  public String table() {
    return "v_" + told.noun.replace('-', '_');
  }

  public Name title() {
    return told.title;
  }

  /** Where its list is below the API's root, e.g. {@code trust-anchors}; absent when nowhere. */
  public Optional<String> path() {
    return Optional.ofNullable(told.path);
  }

  public Optional<RecordType<?>> record() {
    return told.record;
  }

  /** Who may see its items. */
  public Visibility visibility() {
    return told.visibility;
  }

  public boolean isNewestFirst() {
    return told.newestFirst;
  }

  /** Whether records are so long that they should be stored apart from what is filtered on. */
  public boolean isLarge() {
    return told.large;
  }

  public List<Column> columns() {
    return List.copyOf(told.columns.values());
  }

  /** Columns that nobody can ask for and no answer tells. */
  Set<Column> inner() {
    return Collections.unmodifiableSet(told.inner);
  }

  /** Columns that are looked up often, each in an index with the order of the list. */
  public List<List<Column>> indexes() {
    return List.copyOf(told.indexes);
  }

  /** Whether it is looked up which records were written after a block. */
  public boolean isFollowed() {
    return told.followed;
  }

  public List<Reference> references() {
    return List.copyOf(told.references.values());
  }

  /** What an item has beside the record. */
  public List<Member> members() {
    return List.copyOf(told.members);
  }

  public List<Parameter> parameters() {
    return List.copyOf(told.parameters);
  }

  public List<Heading> headings() {
    return List.copyOf(told.headings);
  }

  public List<Finder> finders() {
    return List.copyOf(told.finders);
  }

  /**
   * The column with the id of rows that are no records and that other views refer to; absent for
   * records, which have their ids from the ledger, and for rows that nothing refers to.
   */
  public Optional<Column> identity() {
    return Optional.ofNullable(told.identity);
  }

  /** What the parts of an item's id are called, in the order in which they are given. */
  public List<String> idParts() {
    return told.idParts.isEmpty() ? List.of(told.noun) : List.copyOf(told.idParts);
  }

  /** Number columns of which at least one is above zero in whatever is listed; none for all. */
  public List<Column> notAllZero() {
    return List.copyOf(told.notAllZero);
  }

  /**
   * Records of other types with the same id that are shown with a single one.
   *
   * @param name the member's name
   * @param record their type
   */
  public record Attachment(String name, RecordType<?> record) {}

  public List<Attachment> attachments() {
    return List.copyOf(told.attachments);
  }

  /**
   * A participant whose items a list has, when it has those of one participant at a time.
   *
   * @param parameter the parameter
   * @param column the column with the participant
   * @param means whose items these are
   */
  public record Owner(String parameter, Column column, Name means) {}

  /**
   * The participants one of whom a list is of, when it has the items of one at a time; whoever
   * names none means itself as the first. An item concerns all of them.
   */
  public List<Owner> owners() {
    return List.copyOf(told.owners);
  }

  /** The first of {@link #owners}. */
  public Optional<Owner> owner() {
    return told.owners.stream().findFirst();
  }

  /**
   * How a list that everybody may see is asked for the items of one participant: by whoever may see
   * that the participant is in them.
   *
   * @param parameter the parameter
   * @param columns the columns in one of which it is; for the gateway itself, not for filters
   * @param means what it does
   */
  public record Concerning(String parameter, List<Column> columns, Name means) {
    public Concerning {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Who may see which participants a public item concerns, and so may ask for the items of one.
   *
   * @throws java.util.NoSuchElementException when its list cannot be asked so
   */
  public Visibility concernedFor() {
    Column first = concerning().orElseThrow().columns().get(0);
    return visibility().narrower().get(first.pointers().get(0));
  }

  /** How its list is asked for the items of one participant, if it can be. */
  public Optional<Concerning> concerning() {
    return Optional.ofNullable(told.concerning);
  }

  /**
   * How one is found by typing a part of its name where anything can be typed.
   *
   * @param zh pointer to what it is called in Chinese
   * @param en pointer to the same in English
   * @param words pointers to other texts that it is found by: numbers and codes
   * @param told pointers to what is told of it in a line
   */
  public record Sought(String zh, String en, List<String> words, List<String> told) {
    public Sought {
      words = List.copyOf(words);
      told = List.copyOf(told);
    }

    /** All texts of a record that it is found by. */
    public List<String> texts(JsonNode record) {
      return Stream.concat(Stream.of(zh, en), words.stream())
          .map(pointer -> record.at(pointer).asString(""))
          .filter(text -> !text.isEmpty())
          .distinct()
          .toList();
    }
  }

  /** How its items are found by name, if they are. */
  public Optional<Sought> sought() {
    return Optional.ofNullable(told.sought);
  }

  /** The column with the province of what is in {@code region}, where there is one. */
  public static final String PROVINCE = "province";

  /** The same with the prefecture. */
  public static final String PREFECTURE = "prefecture";

  /** The column of its own of a name, if it has one. */
  public Optional<Column> tryColumn(String name) {
    return Optional.ofNullable(told.columns.get(name));
  }

  /** How a list is asked for what became of a serial number or of a block of them. */
  public static final String SERIAL = "serial";

  /**
   * Where in an item the credits are that it ended.
   *
   * @param batch the column with the batch
   * @param instruction the column with the instruction
   * @param kind the account in which they ended
   */
  public record Ended(Column batch, Column instruction, Account.Kind kind) {}

  /** How its list is asked for by serial numbers, if it can be. */
  public Optional<Ended> ended() {
    return Optional.ofNullable(told.ended);
  }

  /**
   * A record of another view to which the items of a list belong.
   *
   * @param view the other view
   * @param name the last part of the list's path
   * @param column the column with the other record's id
   */
  public record Parent(View view, String name, Column column) {}

  /** The list below another record, e.g. {@code projects/{id}/comments}. */
  public Optional<Parent> parent() {
    return Optional.ofNullable(told.parent);
  }

  /** A column by its name. */
  public Column column(String name) {
    Column column = told.columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException(noun() + " has no column " + name);
    }
    return column;
  }

  /** A reference by its name. */
  public Reference reference(String name) {
    Reference reference = told.references.get(name);
    if (reference == null) {
      throw new IllegalArgumentException(noun() + " has no reference " + name);
    }
    return reference;
  }

  /** What the authority stated about a record that is wrong is shown with it under this name. */
  public static final String CORRECTIONS = "corrections";

  /** Whether its items can be corrected: records can, but for corrections themselves. */
  public boolean isCorrectable() {
    return record().filter(type -> type != Corrections.TYPE).isPresent();
  }

  /**
   * Columns with the participants from whom an item is kept, whatever else they may see: each list
   * is without the items in which the one who asks stands.
   */
  public List<Column> keptFrom() {
    return List.copyOf(told.keptFrom);
  }

  /**
   * Items that fewer may see than the others: in a list of whoever is not told of all of them there
   * are those in which it stands, or of whose divisions it is the office.
   *
   * @param column the column that tells them from the others
   * @param value what it has, as it is stored
   * @param fewer who may see them
   * @param parties the columns with those whom they concern
   * @param places the columns with the divisions whose offices may see them
   */
  public record Reserved(
      Column column, String value, Visibility fewer, List<Column> parties, List<Column> places) {
    public Reserved {
      parties = List.copyOf(parties);
      places = List.copyOf(places);
    }
  }

  /** Items that fewer may see, if there are such. */
  public Optional<Reserved> reserved() {
    return Optional.ofNullable(told.reserved);
  }

  /** Items that not everybody is told of before their day is over, if there are such. */
  public Optional<Withheld> withheld() {
    return Optional.ofNullable(told.withheld);
  }

  /**
   * The column with the type of another record that an item tells of, when only items are shown
   * that tell of public types. What is told of the others stands with the record itself, for those
   * who may see it: here it would tell everybody that the record is there.
   */
  public Optional<Column> publicTypes() {
    return Optional.ofNullable(told.publicTypes);
  }

  /**
   * What its table is made of, as a text: where the text is another, the table is made and filled
   * anew.
   */
  public String layout() {
    StringBuilder text = new StringBuilder(table()).append(told.large ? " large" : "");
    columns().forEach(column -> text.append('\n').append(column.signature()));
    indexes()
        .forEach(
            index -> text.append("\nindex ").append(index.stream().map(Column::name).toList()));
    return text.append(isFollowed() ? "\nfollowed" : "").toString();
  }

  @Override
  public String toString() {
    return noun();
  }

  /** A view being declared. */
  public static final class Draft {
    private final Optional<RecordType<?>> record;
    private final String noun;
    private final Name title;
    private final Visibility visibility;
    private String path;
    private boolean newestFirst;
    private boolean large;
    private boolean followed;
    private Some some;
    private Column largestFirst;
    private Column identity;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Set<Column> inner = new LinkedHashSet<>();
    private final List<List<Column>> indexes = new ArrayList<>();
    private final Map<String, Reference> references = new LinkedHashMap<>();
    private final List<Member> members = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Heading> headings = new ArrayList<>();
    private final List<Finder> finders = new ArrayList<>();
    private final List<Column> notAllZero = new ArrayList<>();
    private List<String> idParts = List.of();
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<Owner> owners = new ArrayList<>();
    private Concerning concerning;
    private Ended ended;
    private Sought sought;
    private Parent parent;
    private Column publicTypes;
    private Withheld withheld;
    private final List<Column> keptFrom = new ArrayList<>();
    private Reserved reserved;
    private final View view;

    private Draft(Optional<RecordType<?>> record, String noun, Name title, Visibility visibility) {
      this.record = record;
      this.noun = noun;
      this.title = title;
      this.visibility = visibility;
      this.view = new View(this);
    }

    /**
     * The view, declared. Files of records show in their last columns how they were corrected.
     *
     * @throws IllegalArgumentException when somebody could learn from it what is not for all who
     *     may see its items
     */
    public View done() {
      Disclosure.require(view);
      requireWords();
      if (view.isCorrectable()) {
        shown("更正", "Corrections (zh)", "/" + CORRECTIONS + "/*/statement/zh");
        shown("更正（英文）", "Corrections", "/" + CORRECTIONS + "/*/statement/en");
      }
      return view;
    }

    /** Names are searched by their words, which are kept of what can be sought. */
    private void requireWords() {
      for (Column column : view.columns()) {
        boolean isSearched = column.match() == Column.Match.CONTAINING;
        if (isSearched && sought == null && some == null) {
          throw new IllegalArgumentException(
              noun + "." + column.name() + " is searched in, and nothing is sought by its words");
        }
        if (isSearched && sought != null && !column.pointers().isEmpty()) {
          Set<String> words = new LinkedHashSet<>(sought.words());
          words.addAll(List.of(sought.zh(), sought.en()));
          if (!words.equals(new LinkedHashSet<>(column.pointers()))) {
            throw new IllegalArgumentException(
                noun + "." + column.name() + " has other texts than those that it is sought by");
          }
        }
      }
    }

    /** Where its list is below the API's root. */
    public Draft at(String listPath) {
      path = listPath;
      return this;
    }

    /** The newest first; else in the order in which they came to the ledger. */
    public Draft newestFirst() {
      newestFirst = true;
      return this;
    }

    /**
     * The largest of a number first, and of equal ones those that came to the ledger first. What
     * grows while somebody pages may be seen twice, and nothing is left out.
     */
    public Draft largestFirst(String name) {
      largestFirst = view.column(name);
      indexes.add(List.of(largestFirst));
      return this;
    }

    /** Its records are long. */
    public Draft large() {
      large = true;
      return this;
    }

    /**
     * The gateway keeps something that is made of its records, and looks up which were written
     * after a block.
     */
    public Draft followed() {
      followed = true;
      return this;
    }

    private Draft column(Column column) {
      if (columns.put(column.name(), column) != null) {
        throw new IllegalArgumentException(noun + " has two columns " + column.name());
      }
      return this;
    }

    /** A member that is text; {@code pointer} is a JSON pointer. */
    public Draft text(String name, String pointer) {
      return text(name, String.class, pointer);
    }

    /** A member that is a value of the domain or one of an enum. */
    public Draft text(String name, Class<?> type, String pointer) {
      Column.Match match = type == RegionCode.class ? Column.Match.WITHIN : Column.Match.EQUAL;
      return column(Column.text(name, type, match, pointer));
    }

    /** A text that is asked for as a whole, whatever its case. */
    public Draft word(String name, String pointer) {
      return column(Column.word(name, pointer));
    }

    /** A whole number. */
    public Draft number(String name, String pointer) {
      return column(Column.number(name, pointer));
    }

    /** An instant. */
    public Draft time(String name, String pointer) {
      return column(Column.time(name, pointer));
    }

    /** A truth value; absent counts as false. */
    public Draft flag(String name, String pointer) {
      return column(Column.flag(name, pointer));
    }

    /** Whether a member is there. */
    public Draft present(String name, String pointer) {
      return column(Column.present(name, pointer));
    }

    /** How many credits are in serial ranges, in a map of them, or in a list of parts. */
    public Draft credits(String name, String pointer) {
      return column(Column.credits(name, pointer));
    }

    /** The sum of a map of amounts of money. */
    public Draft amounts(String name, String pointer) {
      return column(Column.amounts(name, pointer));
    }

    /** Some members as one text to be searched in: those by which {@link #sought} finds it. */
    public Draft search(String name, String... pointers) {
      return column(Column.search(name, pointers));
    }

    /** The elements of a list, or the names in a map, each of which can be asked for. */
    public Draft elements(String name, Class<?> type, String pointer) {
      return column(Column.elements(name, type, pointer));
    }

    /** The texts of a list with colons between. */
    public Draft joined(String name, String pointer) {
      return column(Column.joined(name, pointer));
    }

    /**
     * The id of a record of another view, which members of this one name together.
     *
     * @param named the other record's key in a record of this one
     * @param pointers what it is read from
     */
    public Draft id(String name, Function<JsonNode, Optional<Key<?>>> named, String... pointers) {
      return column(Column.id(name, named, pointers));
    }

    /** The id of a retirement's beneficiary. */
    Draft beneficiary(String name) {
      return column(Column.beneficiary(name));
    }

    /** A member of each element of a list, each of which can be asked for. */
    public Draft each(String name, Class<?> type, String list, String member) {
      return column(Column.each(name, type, list, member));
    }

    /** A text of a row that is no record, to be searched in. */
    public Draft searched(String name) {
      return column(Column.searchedRow(name));
    }

    /** The number of the project, the division and the vintage that a batch's number says. */
    public Draft batchNumber(String pointer) {
      return column(Column.ofBatch("projectNumber", Column.OfBatch.PROJECT, pointer))
          .column(Column.ofBatch("region", Column.OfBatch.REGION, pointer))
          .column(Column.ofBatch(PROVINCE, Column.OfBatch.PROVINCE, pointer))
          .column(Column.ofBatch(PREFECTURE, Column.OfBatch.PREFECTURE, pointer))
          .column(Column.ofBatch("vintage", Column.OfBatch.VINTAGE, pointer));
    }

    /** Whether a member that is text has a value. */
    public Draft is(String name, String pointer, String value) {
      return column(Column.is(name, pointer, value));
    }

    /** A column of rows that are no records. */
    public Draft row(String name, Class<?> type) {
      Column.Kind kind =
          type == Instant.class
              ? Column.Kind.TIME
              : type == Long.class || type == Integer.class
                  ? Column.Kind.NUMBER
                  : type == Boolean.class ? Column.Kind.FLAG : Column.Kind.TEXT;
      return column(Column.row(name, kind, type));
    }

    /**
     * These columns are for the gateway itself, which looks records up by them for those who may
     * see what they read: nobody can ask for them, and no answer tells them.
     */
    public Draft inner(String... names) {
      for (String name : names) {
        inner.add(view.column(name));
      }
      return this;
    }

    /** Looked up by these columns, together. */
    public Draft index(String... names) {
      List<Column> index = new ArrayList<>();
      for (String name : names) {
        index.add(view.column(name));
      }
      indexes.add(List.copyOf(index));
      return this;
    }

    /** Other views refer to these rows by a column. */
    public Draft identifiedBy(String name) {
      identity = view.column(name);
      return this;
    }

    /**
     * Names a record of another view by some columns.
     *
     * @throws IllegalArgumentException when the other view has rows that nothing identifies
     */
    public Draft refers(String name, View to, String... own) {
      if (to.record().isEmpty() && to.identity().isEmpty()) {
        throw new IllegalArgumentException(noun + " refers to rows of " + to + " without an id");
      }
      List<Column> key = new ArrayList<>();
      for (String each : own) {
        key.add(view.column(each));
      }
      references.put(name, new Reference(name, to, key));
      return this;
    }

    /** Adds a column of its own, under its name. */
    public Draft with(String name) {
      return with(name, name);
    }

    /** Adds a column of its own or of a record that it refers to. */
    public Draft with(String name, String columnPath) {
      members.add(new Member.Told(name, Path.of(view, columnPath)));
      return this;
    }

    /**
     * Adds a column of its own that is told when its day is over.
     *
     * @param day the column with the item's day
     * @param reference to the record that says which day is open
     */
    public Draft withOnceOver(String name, String day, String reference) {
      members.add(new Member.Later(name, view.column(name), OpenDay.of(view, day, reference)));
      return this;
    }

    /**
     * Items with a value in a column are told to everybody when their day is over.
     *
     * @param day the column with an item's day
     * @param reference to the record that says which day is open
     * @param member who may see this member of any item sees all items at once
     * @param parties the columns with those whom an item concerns, who see it at once
     */
    public Draft withheldWhileOpen(
        String column,
        String value,
        String day,
        String reference,
        String member,
        String... parties) {
      if (!visibility.narrower().containsKey(member)) {
        throw new IllegalArgumentException(noun + " shows " + member + " to everybody");
      }
      withheld =
          new Withheld(
              view.column(column),
              value,
              OpenDay.of(view, day, reference),
              Arrays.stream(parties).map(view::column).toList(),
              member);
      return this;
    }

    /** Items are kept from the participants in some columns, as the record's type declares. */
    public Draft keptFrom(String... names) {
      for (String name : names) {
        keptFrom.add(view.column(name));
      }
      return this;
    }

    /**
     * Some items are for fewer, as the record's type declares.
     *
     * @param column with what tells them from the others
     * @param parties the columns with those whom they concern
     * @param places the columns with the divisions whose offices may see them
     */
    public Draft reserved(String column, List<String> parties, List<String> places) {
      Visibility.Reserved declared = visibility.reserved().orElseThrow();
      reserved =
          new Reserved(
              view.column(column),
              declared.value(),
              declared.fewer(),
              parties.stream().map(view::column).toList(),
              places.stream().map(view::column).toList());
      return this;
    }

    /** Adds whether a list of a record that it refers to has this record's id. */
    public Draft withListed(String name, String columnPath) {
      members.add(new Member.Listed(name, Path.of(view, columnPath)));
      return this;
    }

    /** Adds how many credits of this batch are in accounts of some kinds. */
    public Draft withTotal(String name, Account.Kind... kinds) {
      members.add(new Member.Total(name, List.of(kinds), Optional.empty()));
      return this;
    }

    /** The same, of all batches that name this record in a column. */
    public Draft withTotal(String name, Account.Kind kind, RecordType<?> batches, String column) {
      Member.Over over = new Member.Over(batches, column);
      members.add(new Member.Total(name, List.of(kind), Optional.of(over)));
      return this;
    }

    /** Adds a sum over the records of a type that name this record in a column. */
    public Draft withSum(String name, RecordType<?> of, String column, String summed) {
      members.add(new Member.Sum(name, new Member.Over(of, column), summed));
      return this;
    }

    /** Adds the last day of publicity: pointers to when it began and to its working days. */
    public Draft withLastDay(String name, String begin, String count) {
      members.add(new Member.LastDay(name, begin, count));
      return this;
    }

    /** Adds what the record says in other words. */
    public Draft withComputed(String name, Function<JsonNode, JsonNode> reading) {
      members.add(new Member.Computed(name, reading));
      return this;
    }

    /** Can be asked for by a column, under another name or the same. */
    public Draft filter(String name, String columnPath, String zh, String en) {
      Parameter.Choice choice = new Parameter.Choice(Optional.empty(), Path.of(view, columnPath));
      parameters.add(new Parameter(name, Name.of(zh, en), Parameter.Sort.VALUE, List.of(choice)));
      return this;
    }

    /** Shows only records that a column names public types of records for. */
    public Draft onlyOfPublicRecords(String typeColumn) {
      publicTypes = view.column(typeColumn);
      return this;
    }

    /** Can be asked for by one column where the value has a form, and else by another. */
    public Draft filter(
        String name, Pattern form, String thenPath, String elsePath, String zh, String en) {
      parameters.add(
          new Parameter(
              name,
              Name.of(zh, en),
              Parameter.Sort.VALUE,
              List.of(
                  new Parameter.Choice(Optional.of(form), Path.of(view, thenPath)),
                  new Parameter.Choice(Optional.empty(), Path.of(view, elsePath)))));
      return this;
    }

    /** Can be asked for by days {@code from} and {@code to}, both included, in Beijing time. */
    public Draft days(String columnPath) {
      List<Parameter.Choice> choice =
          List.of(new Parameter.Choice(Optional.empty(), Path.of(view, columnPath)));
      parameters.add(
          new Parameter(
              "from",
              Name.of("起始日期（北京时间，含当日）", "First day, Beijing time"),
              Parameter.Sort.FROM_DAY,
              choice));
      parameters.add(
          new Parameter(
              "to",
              Name.of("截止日期（北京时间，含当日）", "Last day, Beijing time"),
              Parameter.Sort.TO_DAY,
              choice));
      return this;
    }

    /**
     * Can be asked for by a serial number or a block of them: what ended any of these credits.
     *
     * @param batch the column with the batch
     * @param instruction the column with the instruction that ended them
     * @param kind the account in which they ended
     */
    public Draft serialsFilter(String batch, String instruction, Account.Kind kind) {
      ended = new Ended(view.column(batch), view.column(instruction), kind);
      return this;
    }

    /** One is found by its names and by other texts, where anything can be typed. */
    public Draft sought(String zh, String en, List<String> words, List<String> line) {
      if (!visibility.isPublic()) {
        throw new IllegalArgumentException(noun + " is not for everybody to find");
      }
      sought = new Sought(zh, en, words, line);
      return this;
    }

    /** A column of exports. */
    public Draft shown(String zh, String en, String pointer) {
      return heading(zh, en, pointer, false, Optional.empty());
    }

    private Draft heading(
        String zh, String en, String pointer, boolean brief, Optional<String> batch) {
      headings.add(new Heading(Name.of(zh, en), pointer, brief, batch));
      return this;
    }

    /** A column of serial ranges, which in files are full serial numbers. */
    public Draft serials(String batch, String pointer, boolean brief) {
      return heading("编号段", "Credit Serial Numbers", pointer, brief, Optional.of(batch));
    }

    /** A column of exports that also stands where there is little room. */
    public Draft brief(String zh, String en, String pointer) {
      return heading(zh, en, pointer, true, Optional.empty());
    }

    /** One can be named in another way than by its id. */
    public Draft foundBy(Pattern form, String... columnPaths) {
      List<Path> paths = new ArrayList<>();
      for (String each : columnPaths) {
        paths.add(Path.of(view, each));
      }
      finders.add(new Finder(form, paths));
      return this;
    }

    /** An item's id has several parts, called as follows. */
    public Draft namedBy(String... parts) {
      idParts = List.of(parts);
      return this;
    }

    /** Lists only what has something in one of some columns. */
    public Draft withoutEmpty(String... names) {
      for (String name : names) {
        notAllZero.add(view.column(name));
      }
      return this;
    }

    /** Shows a record of another type with the same id, where there is one, with a single one. */
    public Draft attached(String name, RecordType<?> other) {
      attachments.add(new Attachment(name, other));
      return this;
    }

    /** Lists the items of one participant at a time, the caller's unless another is named. */
    public Draft ofParticipant(String parameter, String column) {
      return orOf(
          parameter, column, "所属主体，默认签名者；他人的须有权查看", "Whose; the signer's when nobody is named");
    }

    /** The same of another whom the items concern. */
    public Draft orOf(String parameter, String column, String zh, String en) {
      owners.add(new Owner(parameter, view.column(column), Name.of(zh, en)));
      return this;
    }

    /**
     * Can be asked for the items in which a participant is in one of some columns, by those who may
     * see that it is.
     */
    public Draft concerning(String parameter, String zh, String en, String... names) {
      List<Column> among = new ArrayList<>();
      for (String each : names) {
        among.add(view.column(each));
      }
      concerning = new Concerning(parameter, among, Name.of(zh, en));
      return this;
    }

    /** Lists below a record of another view what names that record in a column. */
    public Draft under(View other, String name, String column) {
      parent = new Parent(other, name, view.column(column));
      return this;
    }
  }
}
