// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.event;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.client.Events;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Shows what happens until the stream ends, a line an act. */
@Command(
    name = "watch",
    description = {
      "随账本逐条显示可见的事项；给出密钥时含不公开而与己有关的。连接最长一小时。",
      "Shows what happens on the ledger as it happens; with a key also what is not public and may be"
          + " seen with it. A connection lasts an hour at most."
    },
    footer = {
      "  grassland events watch --kind project",
      "  grassland events watch --own --key my-key.json"
    })
public final class EventsWatch extends RegistryCommand {
  private static final String READY = "ready";

  @Option(
      names = "--action",
      paramLabel = "ACTION",
      description = {"只看此类指令。", "Only acts of this name."})
  private String action;

  @Option(
      names = "--kind",
      paramLabel = "NOUN",
      description = {"只看此类对象的指令。", "Only what is done to this noun."})
  private String kind;

  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      description = {"只看此项目。", "Only acts about this project."})
  private String project;

  @Option(
      names = "--instrument",
      paramLabel = "INSTRUMENT",
      description = {"只看此交易标的。", "Only acts about this instrument."})
  private String instrument;

  @Option(
      names = "--own",
      description = {"只看与本主体有关的（需要密钥）。", "Only acts that concern oneself (needs a key)."})
  private boolean own;

  @Option(
      names = "--after",
      paramLabel = "ID",
      description = {"从此前显示的 id 之后开始。", "Begins after an id that was shown before."})
  private String after;

  @Option(
      names = "--until-now",
      description = {
        "显示到现在为止即结束；须与 --after 同用。",
        "Ends when nothing has been missed; with --after."
      })
  private boolean untilNow;

  @Override
  protected void perform(Session session) {
    if (untilNow && after == null) {
      throw new UsageException("--until-now 须与 --after 同用。", "--until-now needs --after.");
    }
    Map<String, String> filters = new LinkedHashMap<>();
    put(filters, "action", action);
    put(filters, "instrument", instrument);
    put(filters, "kind", kind);
    put(filters, "participant", own ? "self" : null);
    put(filters, "project", project);
    session
        .events(own)
        .listen(
            filters,
            Optional.ofNullable(after),
            event -> {
              show(session, event);
              return !(untilNow && event.name().equals(READY));
            });
  }

  private static void put(Map<String, String> filters, String name, String value) {
    if (value != null) {
      filters.put(name, value);
    }
  }

  private static void show(Session session, Events.Event event) {
    switch (event.name()) {
      case "act" -> {
        if (session.isForPrograms()) {
          session.document(event.data());
        } else {
          session.line(line(event));
        }
      }
      case "missed" ->
          session.hint(
              "其间事项过多，未逐条显示：请读取区块 " + event.data().path("block").asString() + " 时的列表。",
              "More happened than is shown one by one: read lists as of block "
                  + event.data().path("block").asString()
                  + ".");
      default -> session.hint("以下为实时事项。", "From here on it is live.");
    }
  }

  /** Its position is the first word, to be given to {@code --after}. */
  private static String line(Events.Event event) {
    JsonNode act = event.data();
    return String.join(
        "  ",
        event.id(),
        act.path("at").asString(),
        act.path("outcome").asString() + (act.has("code") ? " " + act.path("code").asString() : ""),
        act.path("action").asString(),
        act.path("participant").asString(),
        act.path("references")
            .valueStream()
            .map(each -> each.path("type").asString() + "=" + each.path("id").asString())
            .collect(Collectors.joining(" ")));
  }
}
