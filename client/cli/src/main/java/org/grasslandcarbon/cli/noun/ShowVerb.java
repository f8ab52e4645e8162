// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.cli.console.Language;
import org.grasslandcarbon.cli.console.Yuan;
import org.grasslandcarbon.client.Reads;
import org.grasslandcarbon.views.Heading;
import org.grasslandcarbon.views.View;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows one record of a view, named by the parts of its id or in another way that the view knows.
 */
@Command(name = "show")
final class ShowVerb extends RegistryCommand {
  /** The last part of an id that says whether it is of what is real or of what is for practice. */
  private static final String KIND = "kind";

  private static final String KINDS = "[real|practice]";
  private static final String REAL = "real";

  private final View view;
  private final PositionalParamSpec id;

  private ShowVerb(View view) {
    this.view = view;
    id =
        PositionalParamSpec.builder()
            .index("0..*")
            .arity("1..*")
            .required(true)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel(label(view))
            .hideParamSyntax(true)
            .description(
                hasKind(view)
                    ? new String[] {
                      "编号；默认为正式的（real）。", "Its id; what is real, if nothing else is said."
                    }
                    : new String[] {"编号。", "Its id."})
            .build();
  }

  private static boolean hasKind(View view) {
    List<String> parts = view.idParts();
    return parts.size() > 1 && parts.get(parts.size() - 1).equals(KIND);
  }

  private static String label(View view) {
    return view.idParts().stream()
        .map(part -> hasKind(view) && part.equals(KIND) ? KINDS : part.toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  /** The same as somebody would type it. */
  private static String example(View view) {
    return hasKind(view) ? label(view).replace(" " + KINDS, "") : label(view);
  }

  /** The command of a view. */
  static CommandSpec spec(View view) {
    ShowVerb command = new ShowVerb(view);
    CommandSpec spec = CommandSpec.forAnnotatedObject(command);
    spec.add(command.id);
    spec.usageMessage()
        .description(
            "显示一项：" + view.title().zh() + "。", "Shows one record of: " + view.title().en() + ".")
        .footer("  grassland " + view.noun() + " show " + example(view) + Example.key(view));
    return spec;
  }

  @Override
  protected void perform(Session session) {
    Reads reads = session.reads(view);
    String[] parts = parts();
    JsonNode found = session.progress().during(calledAs(), () -> reads.show(view, parts));
    session.show(session.isForPrograms() ? found : inYuan(found, session.language()));
  }

  /** The record with money as people read it, wherever the view says that it is fen. */
  private JsonNode inYuan(JsonNode found, Language language) {
    JsonNode shown = found.deepCopy();
    for (Heading heading : view.headings()) {
      String pointer = heading.pointer();
      int last = pointer.lastIndexOf('/');
      if (Yuan.isOfFen(heading.name())
          && shown.at(pointer).isIntegralNumber()
          && shown.at(pointer.substring(0, last)) instanceof ObjectNode parent) {
        String yuan = Yuan.text(shown.at(pointer).asLong()) + " " + language.of("元", "yuan");
        parent.put(pointer.substring(last + 1), yuan);
      }
    }
    return shown;
  }

  /** Several parts are arguments of their own, or one with strokes between as documents name it. */
  private String[] parts() {
    List<String> given = id.getValue();
    int wanted = view.idParts().size();
    List<String> parts =
        given.size() == 1 && wanted > 1 ? List.of(given.get(0).split("/", -1)) : given;
    if (hasKind(view) && parts.size() == wanted - 1) {
      return Stream.concat(parts.stream(), Stream.of(REAL)).toArray(String[]::new);
    }
    if (parts.size() < wanted) {
      throw new UsageException("须填写：" + label(view), "these are needed: " + label(view));
    }
    return parts.toArray(String[]::new);
  }
}
