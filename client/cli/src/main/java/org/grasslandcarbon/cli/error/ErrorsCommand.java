// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.error;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.land.LandCode;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.grasslandcarbon.views.refusal.HttpStatuses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains a code without asking anybody. */
@Command(
    name = "errors",
    description = {
      "离线解释错误代码；不带参数时列出全部。",
      "Explains a code, offline; lists all of them when none is given."
    },
    footer = {"  grassland errors INSUFFICIENT_CREDITS"})
public final class ErrorsCommand extends RegistryCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "CODE",
      description = {"错误代码。", "The code."})
  private String code;

  /**
   * A code as it is shown.
   *
   * @param actions the actions whose own rules refuse with it
   * @param code the code
   * @param en English sentence
   * @param retryable whether sending the same text again later can succeed
   * @param status the HTTP status with which a gateway answers; absent for this program's own
   * @param zh Chinese sentence
   */
  private record Explained(
      List<String> actions,
      String code,
      String en,
      boolean retryable,
      Optional<Integer> status,
      String zh) {}

  @Override
  protected void perform(Session session) {
    List<Explained> all = all().toList();
    if (code == null) {
      if (session.isForPrograms()) {
        session.document(all);
      } else {
        session.table(
            new Table<Explained>()
                .text("代码", "code", Explained::code)
                .text("HTTP", "HTTP", each -> each.status.map(String::valueOf).orElse(""))
                .text("含义", "meaning", each -> session.language().of(each.zh, each.en)),
            all);
      }
      return;
    }
    String wanted = code.toUpperCase(Locale.ROOT).replace('-', '_');
    Explained found =
        all.stream()
            .filter(each -> each.code.equals(wanted))
            .findFirst()
            .orElseThrow(
                () ->
                    new UsageException(
                        "没有代码 " + code + "；grassland errors 列出全部。",
                        "There is no code " + code + ": grassland errors lists all of them."));
    if (session.isForPrograms()) {
      session.document(found);
    } else {
      show(session, found);
    }
  }

  private static void show(Session session, Explained found) {
    session.line(found.code);
    session.line("  " + found.zh);
    session.line("  " + found.en);
    found.status.ifPresent(status -> session.line("  HTTP " + status));
    if (found.retryable) {
      session.line(
          "  " + session.language().of("可以稍后原样重发。", "The same text may be sent again later."));
    }
    if (!found.actions.isEmpty()) {
      session.line(
          "  " + session.language().of("见于", "from") + ": " + String.join(", ", found.actions));
    }
  }

  private static Stream<Explained> all() {
    Stream<Explained> rules =
        Stream.of(ErrorCode.values())
            .map(
                each ->
                    new Explained(
                        actions(each),
                        each.name(),
                        each.en(),
                        each.isSafeToRetry(),
                        Optional.of(HttpStatuses.of(each)),
                        each.zh()));
    Stream<Explained> gateway =
        Stream.of(GatewayCode.values())
            .map(
                each ->
                    new Explained(
                        List.of(),
                        each.name(),
                        each.en(),
                        each.isSafeToRetry(),
                        Optional.of(each.status()),
                        each.zh()));
    Stream<Explained> own =
        Stream.of(ClientCode.values())
            .map(
                each ->
                    new Explained(
                        List.of(),
                        each.name(),
                        each.en(),
                        each.isRetryable(),
                        Optional.empty(),
                        each.zh()));
    Stream<Explained> land =
        Stream.of(LandCode.values())
            .map(
                each ->
                    new Explained(
                        List.of(), each.name(), each.en(), false, Optional.empty(), each.zh()));
    // A file of land is judged by the ledger's own code as well, which explains it better.
    Set<String> told =
        Stream.of(ErrorCode.values()).map(ErrorCode::name).collect(Collectors.toSet());
    return Stream.of(rules, gateway, own, land.filter(each -> !told.contains(each.code)))
        .flatMap(each -> each);
  }

  private static List<String> actions(ErrorCode code) {
    return Catalogue.actions().stream()
        .filter(type -> type.refusals().contains(code))
        .map(ActionType::name)
        .toList();
  }
}
