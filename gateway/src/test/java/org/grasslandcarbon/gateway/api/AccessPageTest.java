// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.grasslandcarbon.domain.testing.SampleRecords;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.projection.Journal;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Walks every address, record, action and account and asks as everybody could: the page of the
 * reference says what they got. After a change of a declaration: {@code ./mvnw -pl gateway -am test
 * -Dtest=AccessPageTest -Dregenerate=true -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@ExtendWith(GatewayExtension.class)
class AccessPageTest {
  private static final Path PAGE = Path.of("../docs/reference/access.md");

  private final RunningGateway gateway;

  /** Who asks; nobody for a request without a token. The party is a trader in Xilinhot. */
  private final Map<String, Optional<Person>> people = new LinkedHashMap<>();

  private final Map<String, Optional<Caller>> callers = new LinkedHashMap<>();
  private final Person party;

  AccessPageTest(RunningGateway gateway) {
    this.gateway = gateway;
    party = gateway.admit(RunningGateway.XILINHOT, Role.TRADER);
    knows("anonymous", Optional.empty(), null, null);
    knows("stranger", RunningGateway.BEIJING, Role.TRADER);
    knows("party", Optional.of(party), RunningGateway.XILINHOT, Role.TRADER);
    knows("its office", gateway.innerMongolia(), RunningGateway.INNER_MONGOLIA, Role.OFFICE);
    knows("other office", gateway.beijing(), RunningGateway.BEIJING, Role.OFFICE);
    knows("authority", gateway.authority(), RegionCode.NATION, Role.AUTHORITY);
    for (Role role :
        List.of(
            Role.CERTIFIER, Role.AUDITOR, Role.COURT, Role.EXCHANGE, Role.BANK, Role.ASSESSOR)) {
      knows(role.name().toLowerCase(java.util.Locale.ROOT), RunningGateway.XILINHOT, role);
    }
  }

  private void knows(String name, RegionCode region, Role role) {
    knows(name, gateway.admit(region, role), region, role);
  }

  private void knows(String name, Person person, RegionCode region, Role role) {
    knows(name, Optional.of(person), region, role);
  }

  private void knows(String name, Optional<Person> person, RegionCode region, Role role) {
    people.put(name, person);
    callers.put(name, person.map(each -> new Caller(new Actor(each.id(), region, Set.of(role)))));
  }

  @Test
  void the_page_of_who_sees_what_is_what_everybody_got() throws IOException {
    String page = page();
    if (Boolean.getBoolean("regenerate")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
        .as("access.md differs from what was answered: see the class comment")
        .isEqualTo(page);
  }

  private String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # 谁能看到什么 / Who sees what

            <!-- Made by asking a running gateway: ./mvnw -pl gateway -am test -Dtest=AccessPageTest -Dregenerate=true -Dsurefire.failIfNoSpecifiedTests=false -->

            每种记录、指令与账户都声明自己的可见范围，未声明者程序不能编译或启动。下表由测试以各种身份实际访问得出：
            ✓ 可见，空白不可见，`token` 需要访问令牌，· 允许访问但测试中没有此记录（单条记录是否可见见第二表）。“party” 为记录所涉主体（示例为锡林浩特的交易主体），“its office” 为其所在省的主管部门。
            区块本身由通道成员完整保存；此处只说网关向谁显示。

            Each type of record, action and account declares who may see it; without a declaration the program does
            not compile or start. The tables are what a test got that asked as everybody could: ✓ seen, blank not seen,
            `token` a token is needed, · may be asked, but the test had no such record (the second table says who may see
            one). *party* is whom it concerns (here a trader in Xilinhot), *its office* the office
            of its province. Blocks are kept whole by the channel's members; this is about what a gateway shows.

            """);
    table(page, "## 地址 / Addresses", "GET", addresses(), this::got);
    table(page, "## 记录 / Records", "type", records(), Function.identity());
    table(page, "## 指令结果 / Outcomes of instructions", "action", actions(), Function.identity());
    page.append(
        "\n被拒绝的指令，其原因只有签署者及上表“被拒绝”一行中的各方可见。 Why an instruction was refused is told as the last row says.\n\n");
    table(page, "## 划转记录 / Postings", "account", accounts(), Function.identity());
    return page.toString().stripTrailing() + "\n";
  }

  private <T> void table(
      StringBuilder page,
      String title,
      String what,
      Map<String, Map<String, T>> rows,
      Function<T, String> cell) {
    page.append(title).append("\n\n| ").append(what).append(" | ");
    page.append(String.join(" | ", people.keySet())).append(" |\n|---|");
    page.append("---|".repeat(people.size())).append('\n');
    rows.forEach(
        (row, cells) -> {
          page.append("| `").append(row).append("` | ");
          page.append(
              people.keySet().stream()
                  .map(name -> cell.apply(cells.get(name)))
                  .collect(Collectors.joining(" | ")));
          page.append(" |\n");
        });
    page.append('\n');
  }

  private String got(Integer status) {
    return switch (status) {
      case 200 -> "✓";
      case 400, 404 -> "·";
      case 401 -> "token";
      case 403 -> "";
      default -> String.valueOf(status);
    };
  }

  /** Everything that the API's description offers for reading, of the party where one is meant. */
  private Map<String, Map<String, Integer>> addresses() {
    JsonNode paths = RunningGateway.json(gateway.get("/v3/api-docs")).path("paths");
    Map<String, Map<String, Integer>> rows = new LinkedHashMap<>();
    for (String path : paths.propertyNames().stream().sorted().toList()) {
      JsonNode get = paths.path(path).path("get");
      if (get.isMissingNode()) {
        continue;
      }
      boolean ofParty = get.path("parameters").valueStream().anyMatch(each -> isOwner(each, path));
      String address =
          path.replaceAll("\\{[^}]*}", "3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6")
              + (ofParty ? "?owner=" + party.id() : "");
      Map<String, Integer> row = new LinkedHashMap<>();
      people.forEach(
          (name, person) ->
              row.put(
                  name,
                  person
                      .map(each -> gateway.getAs(each, address))
                      .orElseGet(() -> gateway.get(address))
                      .statusCode()));
      rows.put(path + (ofParty ? "?owner=party" : ""), row);
    }
    return rows;
  }

  private static boolean isOwner(JsonNode parameter, String path) {
    return parameter.path("name").asString().equals("owner")
        && !List.of("/api/v1/projects", "/api/v1/batches").contains(path);
  }

  private Map<String, Map<String, String>> records() {
    SampleRecords samples = new SampleRecords(true);
    Sight sight = gateway.bean(Sight.class);
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (RecordType<?> type : RecordTypes.all()) {
      ObjectNode record = (ObjectNode) Codec.tree(samples.of(type));
      type.visibility().parties().forEach(pointer -> set(record, pointer));
      rows.put(type.name(), seen(caller -> sight.permits(type.visibility(), caller, record)));
      type.visibility()
          .narrower()
          .keySet()
          .forEach(
              pointer ->
                  rows.put(
                      type.name() + pointer,
                      seen(
                          caller ->
                              !sight
                                  .shown(type.visibility(), caller, record.deepCopy())
                                  .at(pointer)
                                  .isMissingNode())));
    }
    return rows;
  }

  private void set(ObjectNode record, String pointer) {
    int last = pointer.lastIndexOf('/');
    ((ObjectNode) record.at(pointer.substring(0, last)))
        .put(pointer.substring(last + 1), party.id().value());
  }

  private Map<String, String> seen(Function<Optional<Caller>, Boolean> permits) {
    Map<String, String> row = new LinkedHashMap<>();
    callers.forEach((name, caller) -> row.put(name, permits.apply(caller) ? "✓" : ""));
    return row;
  }

  private Map<String, Map<String, String>> actions() {
    Confidence confidence = gateway.bean(Confidence.class);
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (ActionType<?> action : Catalogue.actions()) {
      Journal.Entry applied = entry(action.name(), false);
      rows.put(action.name(), seen(caller -> confidence.permits(applied, caller)));
    }
    Journal.Entry refused = entry(Catalogue.actions().get(0).name(), true);
    rows.put("(refused)", seen(caller -> confidence.permits(refused, caller)));
    Journal.Entry unknown = entry("actionOfANewerVersion", false);
    rows.put("(unknown)", seen(caller -> confidence.permits(unknown, caller)));
    return rows;
  }

  private Journal.Entry entry(String action, boolean refused) {
    ObjectNode entry = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    entry.put("action", action).put("participant", party.id().value());
    if (refused) {
      entry.put("code", "INSUFFICIENT_CREDITS");
    }
    entry.put(
        "outcome", (refused ? JournalEntry.Outcome.REJECTED : JournalEntry.Outcome.APPLIED).name());
    entry.putArray("postings");
    return new Journal.Entry(entry, 1, "transaction");
  }

  private Map<String, Map<String, String>> accounts() {
    Confidence confidence = gateway.bean(Confidence.class);
    List<Account> accounts = new ArrayList<>();
    accounts.add(Account.held(party.id()));
    accounts.add(Account.frozen(party.id(), Person.newInstruction()));
    accounts.add(Account.BUFFER);
    accounts.add(Account.retired(Person.newInstruction()));
    accounts.add(Account.cancelled(Person.newInstruction()));
    accounts.add(Account.ISSUANCE);
    accounts.add(Account.of("vault:1"));
    assertThat(accounts).extracting(Account::kind).containsExactlyInAnyOrder(Account.Kind.values());
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (Account account : accounts) {
      ArrayNode postings = tools.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
      postings.addObject().put("source", account.text()).put("destination", account.text());
      rows.put(
          account.kind().text(), seen(caller -> !confidence.postings(postings, caller).isEmpty()));
    }
    return rows;
  }

  @Test
  void what_is_not_public_is_never_shown_without_a_token() {
    addresses()
        .forEach(
            (path, statuses) -> {
              if (statuses.get("stranger") == 403) {
                assertThat(statuses.get("anonymous")).as(path).isEqualTo(401);
              }
            });
  }
}
