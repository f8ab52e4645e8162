// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.grasslandcarbon.cli.audit.AuditCommand;
import org.grasslandcarbon.cli.cash.CashWords;
import org.grasslandcarbon.cli.certificate.CertificateVerbs;
import org.grasslandcarbon.cli.console.Language;
import org.grasslandcarbon.cli.coordination.CoordinationEconomy;
import org.grasslandcarbon.cli.coordination.CoordinationGoalTree;
import org.grasslandcarbon.cli.coordination.CoordinationLoop;
import org.grasslandcarbon.cli.coordination.CoordinationScorecard;
import org.grasslandcarbon.cli.credit.CreditsSerial;
import org.grasslandcarbon.cli.credit.CreditsTotals;
import org.grasslandcarbon.cli.document.DocumentVerbs;
import org.grasslandcarbon.cli.error.ErrorsCommand;
import org.grasslandcarbon.cli.event.EventsWatch;
import org.grasslandcarbon.cli.exchange.ExchangeWords;
import org.grasslandcarbon.cli.export.ExportCommand;
import org.grasslandcarbon.cli.instruction.InstructionCommands;
import org.grasslandcarbon.cli.key.KeyVerbs;
import org.grasslandcarbon.cli.land.LandVerbs;
import org.grasslandcarbon.cli.market.AuctionSeal;
import org.grasslandcarbon.cli.market.MarketWords;
import org.grasslandcarbon.cli.noun.Nouns;
import org.grasslandcarbon.cli.offset.OffsetCheck;
import org.grasslandcarbon.cli.opportunity.OpportunityVerbs;
import org.grasslandcarbon.cli.project.ProjectBoundary;
import org.grasslandcarbon.cli.project.ProjectCheck;
import org.grasslandcarbon.cli.report.ReportVerbs;
import org.grasslandcarbon.cli.sampling.SamplingVerbs;
import org.grasslandcarbon.cli.search.SearchCommand;
import org.grasslandcarbon.cli.sharing.SharingVerbs;
import org.grasslandcarbon.cli.statement.StatementVerbs;
import org.grasslandcarbon.cli.supervision.SupervisionVerbs;
import org.grasslandcarbon.cli.timeline.TimelineCommand;
import org.grasslandcarbon.cli.tour.TourCommand;
import org.grasslandcarbon.cli.webhook.WebhookVerbs;
import org.grasslandcarbon.cli.work.StagesCommand;
import org.grasslandcarbon.cli.work.WorkCommand;
import org.grasslandcarbon.domain.value.Name;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command itself, and the options that all its commands understand. */
@Command(
    name = "grassland",
    description = {"草原碳汇注册登记系统的命令行。", "The grassland carbon registry from the command line."},
    footer = {
      "  grassland tour",
      "  grassland project list --region 150000",
      "  grassland holding list --key my-key.json"
    })
public final class Grassland implements Runnable {
  /** Verbs that do more than send and list, by the noun that they stand at. */
  private static final Map<String, Supplier<List<Object>>> WRITTEN =
      Map.ofEntries(
          Map.entry("key", KeyVerbs::all),
          Map.entry("project", () -> List.of(new ProjectBoundary(), new ProjectCheck())),
          Map.entry("land", LandVerbs::all),
          Map.entry("report", ReportVerbs::all),
          Map.entry("sampling", SamplingVerbs::all),
          Map.entry("credits", () -> List.of(new CreditsSerial(), new CreditsTotals())),
          Map.entry("auction", () -> List.of(new AuctionSeal())),
          Map.entry("market", MarketWords::all),
          Map.entry("offset", () -> List.of(new OffsetCheck())),
          Map.entry("opportunity", OpportunityVerbs::all),
          Map.entry("exchange", ExchangeWords::all),
          Map.entry("cash", CashWords::all),
          Map.entry("certificate", CertificateVerbs::all),
          Map.entry(
              "coordination",
              () ->
                  List.of(
                      new CoordinationScorecard(),
                      new CoordinationGoalTree(),
                      new CoordinationLoop(),
                      new CoordinationEconomy())),
          Map.entry("sharing", SharingVerbs::all),
          Map.entry("supervision", SupervisionVerbs::all),
          Map.entry("documents", DocumentVerbs::all),
          Map.entry("events", () -> List.of(new EventsWatch())),
          Map.entry("webhook", WebhookVerbs::all),
          Map.entry("statement", StatementVerbs::all));

  /**
   * Nouns that are none of the registry's: places where people stand and type short words for what
   * they do daily.
   */
  private static final Map<String, Name> PLACES = places();

  private static Map<String, Name> places() {
    Map<String, Name> places = new LinkedHashMap<>();
    places.put(
        "market",
        Name.of("市场：行情与买卖的常用命令", "The market: prices, and buying and selling in short words"));
    places.put("offset", Name.of("履约抵销：预检", "Offsets for compliance: asking before buying"));
    places.put(
        "opportunity",
        Name.of(
            "协同机会：地区间配对、土地筛查、价值预评估",
            "Opportunities between regions: pairs, screening of land, and what acting together is"
                + " worth"));
    places.put(
        "sharing",
        Name.of(
            "信息共享：地区间答复、责任机构、协同障碍",
            "Sharing between regions: how they answer, who is responsible, what is in the way"));
    places.put(
        "documents",
        Name.of("文件：存放、读取与核对", "Documents: storing, reading and comparing their files"));
    places.put(
        "exchange",
        Name.of(
            "交易机构日常：开市、收市、停牌、值班", "An exchange's day: opening, closing, halting, and its clerk"));
    places.put(
        "certificate",
        Name.of("注销证书：读取与离线验证", "Certificates of retirements: fetching, and verifying offline"));
    places.put("events", Name.of("账本事件：实时查看", "What happens on the ledger, live"));
    places.put(
        "webhook",
        Name.of("推送订阅：把账本事件送到自己的系统", "Webhooks: what happens, sent to a system of one's own"));
    places.put(
        "supervision",
        Name.of(
            "监管：异常交易信号、核查机构、提示、拒绝、分地区持有与流向",
            "Supervision: signals, certifiers, flags, refusals, holdings and flows"));
    places.put(
        "coordination",
        Name.of(
            "区域协同：各地区的目标、实际与得分，目标树，闭环，碳汇经济",
            "Regions beside each other: targets, what was reached, scores; goals as trees; loops;"
                + " their economy"));
    return places;
  }

  /** Commands that are about no noun of the registry. */
  private static final List<Class<?>> OTHERS =
      List.of(
          SearchCommand.class,
          WorkCommand.class,
          TimelineCommand.class,
          StagesCommand.class,
          ExportCommand.class,
          InstructionCommands.class,
          AuditCommand.class,
          ErrorsCommand.class,
          TourCommand.class);

  @Spec private CommandSpec spec;

  @Option(
      names = "--gateway",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = {
        "网关地址，可重复以备切换；环境变量 GRASSLAND_GATEWAY（空格分隔）。",
        "Gateway; repeat it for fallback. Environment: GRASSLAND_GATEWAY (several with spaces"
            + " between). Default: http://localhost:8080"
      })
  private List<URI> gateways;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = {
        "签名所用的密钥文件；环境变量 GRASSLAND_KEY。",
        "Key file to sign with. Environment: GRASSLAND_KEY"
      })
  private Path key;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = {
        "使用示例密钥，如 authority、office-inner-mongolia；数据目录由 GRASSLAND_DATA 指定。",
        "Sign with an example key, e.g. authority or office-inner-mongolia, from the data"
            + " directory. Environment: GRASSLAND_DATA. Default: ./data"
      })
  private String as;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = {
        "密钥文件的口令所在文件；环境变量 GRASSLAND_PASSPHRASE；否则在终端询问。",
        "File with the key file's passphrase. Environment: GRASSLAND_PASSPHRASE. Otherwise it is"
            + " asked for."
      })
  private Path passphraseFile;

  @Option(
      names = "--audience",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      hidden = true,
      description = {
        "网关受众名；默认向网关查询。",
        "Name under which the gateway accepts tokens. Default: what the gateway's status says."
      })
  private String audience;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = {
        "供程序使用：标准输出为一个 JSON 文档，错误为标准错误上的问题文档。",
        "For programs: one JSON document on standard output, errors as a problem document on"
            + " standard error."
      })
  private boolean json;

  @Option(
      names = "--lang",
      paramLabel = "zh|en|both",
      scope = ScopeType.INHERIT,
      description = {
        "语言；环境变量 GRASSLAND_LANG；默认 both。",
        "Language. Environment: GRASSLAND_LANG. Default: both"
      })
  private Language typed;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      scope = ScopeType.INHERIT,
      description = {"等待结果的最长秒数。", "Longest wait for an outcome. Default: ${DEFAULT-VALUE}"})
  private int timeoutSeconds;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = {"显示帮助。", "Shows this help."})
  private boolean help;

  private final Terminal terminal;
  private final Language language;
  private Session session;

  private Grassland(Terminal terminal, Language language) {
    this.terminal = terminal;
    this.language = language;
  }

  /** Runs one command line and answers its exit code. */
  public static int run(Terminal terminal, String... arguments) {
    List<String> words = List.of(arguments);
    Language language = Language.asked(words, terminal.variable("GRASSLAND_LANG"));
    return commandLine(terminal, words::contains, language).execute(arguments);
  }

  /**
   * The command with its nouns, of which only those that are asked for have their verbs, and only
   * verbs that are asked for their options: building all of them would take longer than most of
   * what people do with one.
   *
   * @param asked whether the command line has a word
   * @param language in which people are spoken to, also when the command line is not right
   */
  static CommandLine commandLine(Terminal terminal, Predicate<String> asked, Language language) {
    CommandLine line = new CommandLine(new Grassland(terminal, language));
    Nouns nouns = new Nouns(WRITTEN, PLACES);
    for (String name : nouns.names()) {
      CommandSpec noun = nouns.named(name);
      line.addSubcommand(noun);
      if (asked.test(name)) {
        nouns.addVerbs(noun, asked);
      }
    }
    for (Class<?> other : OTHERS) {
      Command told = other.getAnnotation(Command.class);
      line.addSubcommand(asked.test(told.name()) ? other : titleOnly(told));
    }
    // A value may begin with the sign that picocli would take for a file of arguments.
    line.setExpandAtFiles(false);
    Failures failures = new Failures(terminal);
    line.setOut(new PrintWriter(terminal.out(), true));
    line.setErr(new PrintWriter(terminal.err(), true));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setAbbreviatedOptionsAllowed(false);
    HelpPage.arrange(line, language);
    line.setParameterExceptionHandler(failures::ofUsage);
    line.setExecutionExceptionHandler(failures::ofExecution);
    return line;
  }

  private static CommandSpec titleOnly(Command told) {
    CommandSpec spec = CommandSpec.create().name(told.name());
    spec.usageMessage().description(told.description());
    return spec;
  }

  public static void main(String[] arguments) {
    Terminal terminal = Terminal.real();
    int exitCode;
    try {
      exitCode = run(terminal, arguments);
    } catch (LinkageError | TypeNotPresentException e) {
      terminal.err().println("构建不完整，请重新构建：./mvnw -q -DskipTests compile");
      terminal
          .err()
          .println("The build is not complete, build again: ./mvnw -q -DskipTests compile");
      terminal.err().println(e + (e.getCause() == null ? "" : " " + e.getCause()));
      exitCode = ExitCode.USAGE;
    }
    System.exit(exitCode);
  }

  /** A noun without a verb, or nothing at all, is a person looking for help. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** What the options of this run lead to. */
  Session session() {
    if (session == null) {
      if (timeoutSeconds < 1 || timeoutSeconds > Session.TIMEOUT_SECONDS_MOST) {
        throw new UsageException(
            "--timeout 为 1 至 " + Session.TIMEOUT_SECONDS_MOST + " 秒。",
            "--timeout is 1 to " + Session.TIMEOUT_SECONDS_MOST + " seconds.");
      }
      session =
          new Session(
              terminal,
              new Session.Settings(
                  gateways == null ? List.of() : List.copyOf(gateways),
                  key,
                  as,
                  passphraseFile,
                  audience,
                  json,
                  language(),
                  Duration.ofSeconds(timeoutSeconds)));
    }
    return session;
  }

  boolean isForPrograms() {
    return json;
  }

  Language language() {
    return typed == null ? language : typed;
  }
}
