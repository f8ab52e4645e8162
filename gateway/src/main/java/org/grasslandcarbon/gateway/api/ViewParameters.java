// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.gateway.projection.Sought;
import org.grasslandcarbon.views.Column;
import org.grasslandcarbon.views.Parameter;
import org.grasslandcarbon.views.Path;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.refusal.GatewayCode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads what a list is asked for, strictly: only what the view declares, each once, each in its one
 * form. A misspelt filter would otherwise show everything and be believed.
 */
final class ViewParameters {
  private static final String LIMIT = "limit";
  private static final String CURSOR = "cursor";
  private static final String LANGUAGE = "lang";

  /** In whose columns a file is. */
  static final String SCHEMA = "schema";

  /** For which Excel a file is. */
  static final String EXCEL = "excel";

  private static final Pattern NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,8}");

  /** The largest number that can be asked for, and the smallest below zero. */
  static final long NUMBER_MOST = 999_999_999;

  /** How a day is written. */
  static final Pattern DAY = Pattern.compile("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}");

  private final View view;
  private final Map<String, String> given = new TreeMap<>();

  /**
   * @param list whether a list is asked for; a single item takes no parameters
   * @param parameters as the request has them
   * @throws RequestException for a parameter that there is not, or that is not right
   */
  ViewParameters(View view, boolean list, Map<String, String[]> parameters) {
    this.view = view;
    Set<String> names = list ? names(view) : Set.of();
    parameters.forEach(
        (name, values) -> {
          StrictParameters.require(name, values, names);
          given.put(name, values[0]);
        });
  }

  /** What a view's list takes. */
  static SortedSet<String> names(View view) {
    SortedSet<String> names = new TreeSet<>(List.of(LIMIT, CURSOR, LANGUAGE, EXCEL));
    if (!ExportSchema.of(view).isEmpty()) {
      names.add(SCHEMA);
    }
    view.parameters().forEach(parameter -> names.add(parameter.name()));
    view.owners().forEach(owner -> names.add(owner.parameter()));
    view.concerning().ifPresent(each -> names.add(each.parameter()));
    view.ended().ifPresent(any -> names.add(View.SERIAL));
    return names;
  }

  /** Whose items are asked for, of those whom somebody names. */
  Map<View.Owner, ParticipantId> owners() {
    Map<View.Owner, ParticipantId> named = new LinkedHashMap<>();
    for (View.Owner owner : view.owners()) {
      text(owner.parameter())
          .map(text -> (ParticipantId) convert(owner.parameter(), text, ParticipantId.class))
          .ifPresent(id -> named.put(owner, id));
    }
    return named;
  }

  /** The participant whose items are asked for of a list that everybody may see. */
  Optional<ParticipantId> concerned() {
    return view.concerning()
        .map(View.Concerning::parameter)
        .flatMap(name -> text(name).map(text -> convert(name, text, ParticipantId.class)))
        .map(ParticipantId.class::cast);
  }

  Paging paging() {
    return Paging.of(text(LIMIT).map(text -> number(LIMIT, text).intValue()), text(CURSOR));
  }

  /** The first day that is asked for, of a list that can be asked for by days. */
  Optional<LocalDate> from() {
    return view.parameters().stream()
        .filter(each -> each.sort() == Parameter.Sort.FROM_DAY)
        .findFirst()
        .flatMap(each -> text(each.name()).map(text -> day(each.name(), text)));
  }

  /** How the list is to become a file. */
  FileForm form() {
    text(EXCEL)
        .filter(value -> !value.equals("zh"))
        .ifPresent(
            other -> {
              throw wrong(EXCEL, zh("须为 zh").en("is zh"));
            });
    return new FileForm(isChinese(), text(EXCEL).isPresent(), text(SCHEMA).map(this::schema));
  }

  private ExportSchema schema(String text) {
    List<ExportSchema> schemas = ExportSchema.of(view);
    return schemas.stream()
        .filter(each -> each.text().equals(text))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> texts = schemas.stream().map(ExportSchema::text).toList();
              return wrong(SCHEMA, zh("须为下列之一：%s").en("is one of %s", texts));
            });
  }

  /** Whether the headings of an export are asked for in Chinese. */
  private boolean isChinese() {
    String language = text(LANGUAGE).orElse("en");
    if (!language.equals("zh") && !language.equals("en")) {
      throw wrong(LANGUAGE, zh("须为 zh 或 en").en("is zh or en"));
    }
    return language.equals("zh");
  }

  /** The items that are asked for. */
  Selection selection() {
    Selection selection = Selection.of(view);
    Optional<LocalDate> from = Optional.empty();
    for (Parameter parameter : view.parameters()) {
      Optional<String> text = text(parameter.name());
      if (text.isEmpty()) {
        continue;
      }
      Path path = parameter.path(text.get());
      switch (parameter.sort()) {
        case VALUE -> selection.with(path, value(parameter.name(), text.get(), path.column()));
        case FROM_DAY -> {
          from = Optional.of(day(parameter.name(), text.get()));
          selection.notBefore(path, BeijingTime.start(from.get()));
        }
        case TO_DAY -> {
          LocalDate to = day(parameter.name(), text.get());
          if (from.filter(to::isBefore).isPresent()) {
            throw new RequestException(
                GatewayCode.BAD_REQUEST, zh("to 早于 from").en("to is before from"));
          }
          selection.before(path, BeijingTime.start(to.plusDays(1)));
        }
      }
    }
    view.ended()
        .flatMap(any -> text(View.SERIAL))
        .map(Serials::read)
        .ifPresent(block -> selection.withSerials(block.batch(), block.serials()));
    return selection;
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(given.get(name));
  }

  /** The value that a text means for a column, if it can mean one. */
  static Optional<Object> tryValue(Column column, String text) {
    try {
      return Optional.of(value(column.name(), text, column));
    } catch (RequestException notOfTheForm) {
      return Optional.empty();
    }
  }

  /** The value of a column that a text names. */
  static Object value(String name, String text, Column column) {
    return switch (column.kind()) {
      case NUMBER -> number(name, text);
      case FLAG -> flag(name, text);
      case TIME -> throw new IllegalStateException("times are asked for by days");
      case TEXT -> {
        if (!isSearchable(column, text)) {
          throw wrong(name, zh("须含可供查找的文字").en("has nothing that could be looked for"));
        }
        if (column.type() == Integer.class) {
          yield number(name, text).toString();
        }
        Object value = convert(name, text, column.type());
        yield column.type() == RegionCode.class || column.type() == String.class
            ? value
            : value instanceof Enum<?> one ? one.name() : Codec.tree(value).stringValue();
      }
    };
  }

  /** A part of a name is looked for by its words: one without a word would be in no name. */
  private static boolean isSearchable(Column column, String text) {
    return switch (column.match()) {
      case CONTAINING -> Sought.hasWord(Column.searchable(text));
      case FOLDED -> !Column.searchable(text).isEmpty();
      default -> true;
    };
  }

  /** Codes, numbers and ids have one form; people write them in any case. */
  /** A value of the domain that a text names. */
  static Object convert(String name, String text, Class<?> type) {
    if (type == String.class) {
      return text;
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .filter(each -> each.toString().equalsIgnoreCase(text))
          .findFirst()
          .orElseThrow(
              () ->
                  wrong(
                      name,
                      zh("须为下列之一：%s")
                          .en("is one of %s", Arrays.toString(type.getEnumConstants()))));
    }
    try {
      return Codec.convert(JsonNodeFactory.instance.stringNode(text), type);
    } catch (RegistryException refusal) {
      return Stream.of(text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT))
          .flatMap(other -> tryConvert(other, type).stream())
          .findFirst()
          .orElseThrow(() -> wrong(name, refusal.detail()));
    }
  }

  private static Optional<Object> tryConvert(String text, Class<?> type) {
    try {
      return Optional.of(Codec.convert(JsonNodeFactory.instance.stringNode(text), type));
    } catch (RegistryException refusal) {
      return Optional.empty();
    }
  }

  private static Long number(String name, String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw wrong(name, zh("须为整数").en("is a whole number"));
    }
    return Long.valueOf(text);
  }

  private static Boolean flag(String name, String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw wrong(name, zh("须为 true 或 false").en("is true or false"));
    }
    return Boolean.valueOf(text);
  }

  /** A day as ISO 8601 writes it, whatever the machine's language. */
  static LocalDate day(String name, String text) {
    try {
      if (DAY.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException noSuchDay) {
      // Said below, as for another form.
    }
    throw wrong(
        name,
        zh("须为 1900 至 2199 年的日期（YYYY-MM-DD）")
            .en("is a day, YYYY-MM-DD, of the years 1900 to 2199"));
  }

  private static RequestException wrong(String name, Detail reason) {
    return new RequestException(GatewayCode.BAD_REQUEST, reason.at(name));
  }
}
