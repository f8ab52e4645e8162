// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.coordination.LandPlan;
import org.grasslandcarbon.domain.coordination.LandScreening;
import org.grasslandcarbon.domain.coordination.ValueEstimate;
import org.grasslandcarbon.domain.coordination.ValueInputs;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.monitoring.RecordSampling;
import org.grasslandcarbon.domain.monitoring.ReportQuantification;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringData;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.monitoring.SubmitSampleValues;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.registry.Corrections;
import org.grasslandcarbon.gateway.market.Quotes;
import org.grasslandcarbon.gateway.preparation.DryRun;
import org.grasslandcarbon.gateway.preparation.OffsetCheck;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.Problem;
import org.grasslandcarbon.gateway.webhook.Webhook;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.Views;
import org.springdoc.core.customizers.OpenApiCustomizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Describes answers: records by the schemas that the registry itself publishes, lists as pages of
 * them and as CSV, and problems. Members that a list adds to a record are described as additional.
 */
final class DescribedAnswers implements OpenApiCustomizer {
  static final String JSON = "application/json";

  private static final String ANY = "*/*";
  private static final String SCHEMAS = "#/components/schemas/";

  @Override
  public void customise(OpenAPI description) {
    description
        .getComponents()
        .addSchemas("Problem", schema(Problem.class))
        .addSchemas("Outcome", outcome())
        .addSchemas("OffsetCredits", schema(OffsetCheck.Credits.class))
        .addSchemas("OffsetAnswer", offsets());
    Views.all().forEach(view -> new DescribedView(view).describe(description));
    get(description, "/me")
        .responses(ok(JSON, reference("Participant")))
        .addSecurityItem(new SecurityRequirement().addList(OpenApiConfiguration.TOKEN));
    get(description, "/reports/{id}/quantification")
        .responses(ok(JSON, schema(ReportQuantification.class)));
    Operation certificate =
        get(description, "/retirements/{id}/certificate")
            .summary(
                "注销证书（可离线验证）；id 为注销编号或证书编号 / Certificate of a retirement, to be"
                    + " verified offline; by the retirement's id or its certificate number")
            .responses(ok(JSON, new ObjectSchema()));
    addFile(certificate, DocumentFiles.PDF, new StringSchema().format("binary"));
    addFile(certificate, "text/html", new StringSchema());
    get(description, "/projects/{idOrNumber}/boundary")
        .responses(ok("application/geo+json", new ObjectSchema()));
    get(description, "/projects/{idOrNumber}/outlines")
        .responses(ok("application/geo+json", new ObjectSchema()));
    for (String path : new String[] {"/schemas/instruction.json", "/schemas/{action}.json"}) {
      get(description, path).responses(ok(JSON, new ObjectSchema()));
    }
    get(description, "/search")
        .summary("一框查询：编号、编号段、名称、代码 / One box: numbers, blocks, names, codes, ids")
        .responses(ok(JSON, schema(SearchBox.Answer.class)));
    Operation totals =
        get(description, "/totals")
            .summary("按类别汇总：持有、缓冲、注销、取消 / Totals by class of credits, never by holder")
            .responses(ok(JSON, new ObjectSchema()));
    addFile(totals, DocumentFiles.CSV, new StringSchema());
    addFile(totals, DocumentFiles.XLSX, new StringSchema().format("binary"));
    instructions(description);
    dryRuns(description);
    preparation(description);
    market(description);
    documents(description);
    timelines(description);
    webhooks(description);
    supervision(description);
    coordination(description);
    description
        .getPaths()
        .values()
        .forEach(path -> path.readOperations().forEach(DescribedAnswers::complete));
  }

  private static void instructions(OpenAPI description) {
    Operation send = description.getPaths().get(Paths.INSTRUCTIONS).getPost();
    Map<String, String> schemas = new LinkedHashMap<>();
    for (ActionType<?> action : Catalogue.actions()) {
      schemas.put(action.name(), Paths.schema(action.name()));
    }
    send.requestBody(
        new RequestBody()
            .required(true)
            .description(
                "JWS compact serialisation; its payload's schema is " + Paths.schema("instruction"))
            .content(
                new Content()
                    .addMediaType(
                        InstructionController.JOSE, new MediaType().schema(new StringSchema()))));
    send.addExtension("x-argument-schemas", schemas);
    send.responses(ok(JSON, reference("Outcome")));
    send.getResponses()
        .addApiResponse("202", new ApiResponse().description("in the inbox, not final yet"));
    get(description, "/instructions/{id}").responses(ok(JSON, reference("Outcome")));
  }

  private static void dryRuns(OpenAPI description) {
    Operation operation = description.getPaths().get(Paths.BASE + "/dry-runs").getPost();
    Schema<?> asked =
        new ObjectSchema()
            .addProperty("action", new StringSchema().maxLength(DryRunController.ACTION_MOST))
            .addProperty("args", new ObjectSchema());
    asked.setRequired(List.of("action", "args"));
    operation
        .summary("试运行指令，不写入任何内容 / What an instruction would do; nothing is written")
        .addSecurityItem(new SecurityRequirement().addList(OpenApiConfiguration.TOKEN))
        .requestBody(
            new RequestBody()
                .required(true)
                .description(
                    "the action's name and its arguments, whose schema is at "
                        + Paths.schema("{action}"))
                .content(new Content().addMediaType(JSON, new MediaType().schema(asked))))
        .responses(ok(JSON, rehearsed()));
  }

  private static Schema<?> rehearsed() {
    Schema<?> answer = new ObjectSchema();
    for (RecordComponent member : DryRunController.Answer.class.getRecordComponents()) {
      answer.addProperty(
          member.getName(),
          member.getType() == Optional.class
              ? new StringSchema()
              : new ArraySchema().items(new ObjectSchema()));
    }
    StringSchema outcome = new StringSchema();
    Arrays.stream(JournalEntry.Outcome.values())
        .forEach(each -> outcome.addEnumItemObject(each.name()));
    return answer.addProperty("outcome", outcome);
  }

  private static void preparation(OpenAPI description) {
    Operation dryRun = description.getPaths().get(Paths.BASE + "/quantifications").getPost();
    dryRun.requestBody(
        new RequestBody()
            .required(true)
            .description("the arguments of submitMonitoringReport, or strata of no project yet")
            .content(
                new Content().addMediaType(JSON, new MediaType().schema(schema(DryRun.class)))));
    dryRun.responses(ok(JSON, new ObjectSchema()));
    Operation proposal = description.getPaths().get(Paths.BASE + "/proposal-checks").getPost();
    proposal
        .summary("试算项目申报，不写入任何内容 / What would become of a proposal; nothing is written")
        .requestBody(
            new RequestBody()
                .required(true)
                .description(
                    "the arguments of proposeProject, whose schema is at "
                        + Paths.schema("proposeProject"))
                .content(
                    new Content().addMediaType(JSON, new MediaType().schema(new ObjectSchema()))));
    proposal.responses(ok(JSON, new ObjectSchema()));
    get(description, "/reports/{id}/explanation").responses(ok(JSON, new ObjectSchema()));
    Operation template = get(description, "/methodologies/{id}/{version}/template");
    Schema<?> file = new StringSchema().format("binary");
    template.responses(ok(ImportController.XLSX, file));
    template
        .getResponses()
        .get("200")
        .getContent()
        .addMediaType("text/csv", new MediaType().schema(new StringSchema()));
    Operation read = description.getPaths().get(Paths.BASE + "/monitoring-data").getPost();
    read.requestBody(
        new RequestBody()
            .required(true)
            .description("a template that was filled in")
            .content(
                new Content()
                    .addMediaType("text/csv", new MediaType().schema(new StringSchema()))
                    .addMediaType(ImportController.XLSX, new MediaType().schema(file))));
    Schema<?> note =
        new ObjectSchema()
            .addProperty("code", new StringSchema())
            .addProperty("column", new StringSchema())
            .addProperty("count", new IntegerSchema())
            .addProperty("en", new StringSchema())
            .addProperty("zh", new StringSchema());
    Operation survey = description.getPaths().get(Paths.BASE + "/sampling-data").getPost();
    survey
        .summary("读取采样填报表 / Reads a filled-in survey")
        .requestBody(
            new RequestBody()
                .required(true)
                .description("a template of samplings that was filled in")
                .content(
                    new Content()
                        .addMediaType(ImportController.XLSX, new MediaType().schema(file))))
        .responses(
            ok(
                JSON,
                new ObjectSchema()
                    .addProperty("notes", new ArraySchema().items(note))
                    .addProperty("rows", new IntegerSchema())
                    .addProperty(
                        "samplings",
                        new ArraySchema()
                            .items(
                                new ObjectSchema()
                                    .addProperty(
                                        "parts",
                                        new ArraySchema().items(schema(SubmitSampleValues.class)))
                                    .addProperty("sampling", schema(RecordSampling.class))))));
    Operation tables = get(description, "/methodologies/{id}/{version}/sampling-template");
    tables.summary("采样填报模板 / Tables of samplings").responses(ok(ImportController.XLSX, file));
    addFile(tables, "text/csv", new StringSchema());
    read.responses(
        ok(
            JSON,
            new ObjectSchema()
                .addProperty("notes", new ArraySchema().items(note))
                .addProperty("parts", new ArraySchema().items(schema(SubmitMonitoringData.class)))
                .addProperty("report", schema(SubmitMonitoringReport.class))
                .addProperty("rows", new IntegerSchema())));
  }

  private static void market(OpenAPI description) {
    get(description, "/offsets/check")
        .summary("履约抵销预检 / What a market would take of credits; nothing is written")
        .responses(ok(JSON, reference("OffsetAnswer")));
    get(description, "/market/{instrument}/book")
        .summary("五档行情与委比 / Five levels of a book")
        .responses(ok(JSON, new ObjectSchema()));
    get(description, "/market/events")
        .summary("行情推送（server-sent events） / What happens at markets, live")
        .responses(ok("text/event-stream", new StringSchema()));
    get(description, "/events")
        .summary("账本事件推送（server-sent events） / What happens on the ledger, live")
        .responses(ok("text/event-stream", new StringSchema()));
    Operation quote = description.getPaths().get(Paths.BASE + "/market/quote").getPost();
    quote
        .summary("询价，不占用任何挂牌 / What a purchase would cost; nothing is reserved")
        .requestBody(
            new RequestBody()
                .required(true)
                .content(
                    new Content()
                        .addMediaType(JSON, new MediaType().schema(schema(Quotes.Wanted.class)))))
        .responses(ok(JSON, quoted()));
    for (String path : new String[] {"/trades/{trade}/note", "/statements", "/large-holders"}) {
      Operation document =
          get(description, path)
              .addSecurityItem(new SecurityRequirement().addList(OpenApiConfiguration.TOKEN))
              .responses(ok(JSON, new ObjectSchema()));
      addFile(document, DocumentFiles.CSV, new StringSchema());
      addFile(document, DocumentFiles.XLSX, new StringSchema().format("binary"));
      if (!path.equals("/large-holders")) {
        addFile(document, DocumentFiles.PDF, new StringSchema().format("binary"));
      }
    }
    Operation book = get(description, "/market/{instrument}/book");
    addFile(book, DocumentFiles.CSV, new StringSchema());
    addFile(book, DocumentFiles.XLSX, new StringSchema().format("binary"));
    get(description, "/large-holders").summary("大户报告 / Large holders");
    get(description, "/trades/{trade}/note").summary("成交单 / Contract note of a trade");
    get(description, "/statements").summary("日结单与期间对账单 / Statement of a day or a period");
  }

  /** Its parts are schemas of their own: described in place, they are nested too deeply. */
  private static Schema<?> offsets() {
    Schema<?> answer = schema(OffsetCheck.Answer.class);
    answer.addProperty("credits", new ArraySchema().items(reference("OffsetCredits")));
    return answer;
  }

  private static Schema<?> quoted() {
    return schema(Quotes.Quote.class).addProperty("eligibility", reference("OffsetAnswer"));
  }

  private static void timelines(OpenAPI description) {
    Operation timeline =
        get(description, "/timelines/{kind}/{id}")
            .summary(
                "历程：projects、batches、serials、participants、instruments、retirements"
                    + " / What happened to something, in the order of the ledger")
            .responses(
                ok(
                    JSON,
                    new ObjectSchema()
                        .addProperty("items", new ArraySchema().items(new ObjectSchema()))
                        .addProperty("next", new StringSchema())));
    addFile(timeline, DocumentFiles.CSV, new StringSchema());
    addFile(timeline, DocumentFiles.XLSX, new StringSchema().format("binary"));
    Operation stages =
        get(description, "/stages")
            .summary("各阶段所需天数：规定与实际 / How many days stages take, promised and real")
            .responses(
                ok(
                    JSON,
                    new ObjectSchema()
                        .addProperty("items", new ArraySchema().items(new ObjectSchema()))));
    addFile(stages, DocumentFiles.CSV, new StringSchema());
    addFile(stages, DocumentFiles.XLSX, new StringSchema().format("binary"));
    Operation work =
        get(description, "/work")
            .summary("我的待办 / What waits for the caller")
            .addSecurityItem(new SecurityRequirement().addList(OpenApiConfiguration.TOKEN))
            .responses(
                ok(
                    JSON,
                    new ObjectSchema()
                        .addProperty("items", new ArraySchema().items(new ObjectSchema()))
                        .addProperty("more", new ArraySchema().items(new StringSchema()))));
    addFile(work, DocumentFiles.CSV, new StringSchema());
    addFile(work, DocumentFiles.XLSX, new StringSchema().format("binary"));
    get(description, "/instructions/{id}/signed")
        .summary("已签署的指令原文（JWS） / The instruction as it was signed")
        .responses(ok(InstructionController.JOSE, new StringSchema()));
  }

  private static void coordination(OpenAPI description) {
    Operation opportunities =
        get(description, "/coordination/opportunities")
            .summary("地区间协同机会 / What regions may do for each other, the most valuable first")
            .responses(
                ok(
                    JSON,
                    new ObjectSchema()
                        .addProperty("items", new ArraySchema().items(new ObjectSchema()))
                        .addProperty("notShown", new IntegerSchema())
                        .addProperty("year", new IntegerSchema())));
    addFile(opportunities, DocumentFiles.CSV, new StringSchema());
    addFile(opportunities, DocumentFiles.XLSX, new StringSchema().format("binary"));
    Map<String, String> sharing = new LinkedHashMap<>();
    sharing.put("sharing", "地区间信息共享：请求、答复与指数 / How regions answer each other and the public");
    sharing.put("directory", "某日各地区各职能的责任机构 / Who is responsible in regions on a day");
    sharing.put("barriers", "协同障碍，按地区和年度 / What stands in the way, by region and year");
    sharing.put("goal-tree", "目标树：责任链、任务与表决 / A goal with its chain, tasks and votes");
    sharing.put("loop", "闭环：差距、报告、修订与新目标及天数 / From gap to new targets, with the days of each step");
    sharing.forEach(
        (name, summary) -> {
          Operation get =
              get(description, "/coordination/" + name)
                  .summary(summary)
                  .responses(ok(JSON, new ObjectSchema()));
          addFile(get, DocumentFiles.CSV, new StringSchema());
          addFile(get, DocumentFiles.XLSX, new StringSchema().format("binary"));
        });
    posted(description, "/coordination/screening")
        .summary("土地措施筛查，不写入 / Which ways a change of land has; nothing is written")
        .requestBody(body(LandPlan.class))
        .responses(ok(JSON, schema(LandScreening.class)));
    posted(description, "/coordination/value")
        .summary("协同价值预评估，不写入 / What acting together is worth; nothing is written")
        .requestBody(body(ValueInputs.class))
        .responses(ok(JSON, schema(ValueEstimate.class)));
  }

  private static Operation posted(OpenAPI description, String path) {
    return description.getPaths().get(Paths.BASE + path).getPost();
  }

  private static RequestBody body(Class<? extends Record> type) {
    return new RequestBody()
        .required(true)
        .content(new Content().addMediaType(JSON, new MediaType().schema(schema(type))));
  }

  private static void supervision(OpenAPI description) {
    Map<String, String> summaries = new LinkedHashMap<>();
    summaries.put("detectors", "监测指标及其参数 / Detectors of abnormal trading, and their settings");
    summaries.put("signals", "异常交易信号 / Signals of abnormal trading");
    summaries.put("certifiers", "核查机构占比与发现率 / Certifiers' shares and finding rates");
    summaries.put("flags", "有合理性提示的报告 / Reports with flags");
    summaries.put("refusals", "反复被拒绝的指令 / Instructions refused again and again");
    summaries.put("holdings", "分地区持有量 / Holdings by division");
    summaries.put("flows", "分地区流向 / Flows between divisions");
    summaries.put("overdue", "逾期与久候事项 / Who is late with what");
    summaries.forEach(
        (name, summary) -> {
          Operation operation =
              get(description, "/supervision/" + name)
                  .summary(summary)
                  .addSecurityItem(new SecurityRequirement().addList(OpenApiConfiguration.TOKEN))
                  .responses(ok(JSON, new ObjectSchema()));
          if (!name.equals("detectors")) {
            addFile(operation, DocumentFiles.CSV, new StringSchema());
            addFile(operation, DocumentFiles.XLSX, new StringSchema().format("binary"));
          }
        });
  }

  private static void documents(OpenAPI description) {
    Schema<?> file = new StringSchema().format("binary");
    Schema<?> item =
        new ObjectSchema()
            .addProperty("sha256", new StringSchema())
            .addProperty("records", new ArraySchema().items(new ObjectSchema()))
            .addProperty("held", new ObjectSchema())
            .addProperty("elsewhere", new ArraySchema().items(new ObjectSchema()));
    get(description, "/documents")
        .summary("记录载明的文件及其所在网关 / Documents that records name, and where their files are")
        .responses(
            ok(
                JSON,
                new ObjectSchema()
                    .addProperty("items", new ArraySchema().items(item))
                    .addProperty("next", new StringSchema())));
    Operation read =
        get(description, "/documents/{sha256}")
            .summary("读取文件 / A document's file")
            .responses(ok("application/octet-stream", file));
    description
        .getPaths()
        .get(Paths.DOCUMENTS + "/{sha256}")
        .getHead()
        .summary("本网关是否持有该文件 / Whether the file is here")
        .responses(new ApiResponses().addApiResponse("200", read.getResponses().get("200")));
    description
        .getPaths()
        .get(Paths.DOCUMENTS + "/{sha256}")
        .getPut()
        .summary("存放文件 / Stores a document's file")
        .addSecurityItem(new SecurityRequirement().addList(OpenApiConfiguration.TOKEN))
        .requestBody(
            new RequestBody()
                .required(true)
                .content(
                    new Content()
                        .addMediaType("application/octet-stream", new MediaType().schema(file))))
        .responses(ok(JSON, item));
  }

  private static void webhooks(OpenAPI description) {
    Schema<?> shown = schema(WebhookController.Shown.class);
    Schema<?> withSecret =
        new ObjectSchema().addProperty("secret", new StringSchema()).addProperty("webhook", shown);
    RequestBody asked =
        new RequestBody()
            .required(true)
            .content(
                new Content()
                    .addMediaType(
                        JSON, new MediaType().schema(schema(WebhookController.Asked.class))));
    PathItem all = description.getPaths().get(Paths.WEBHOOKS);
    all.getGet()
        .summary("推送订阅 / Subscriptions of the participant")
        .responses(ok(JSON, items(shown)));
    all.getPost()
        .summary("新建推送订阅，密钥只显示一次 / Makes a subscription; its secret is told once")
        .requestBody(asked)
        .responses(new ApiResponses().addApiResponse("201", ok(JSON, withSecret).get("200")));
    PathItem one = description.getPaths().get(Paths.WEBHOOKS + "/{id}");
    one.getGet().summary("一个推送订阅 / A subscription").responses(ok(JSON, shown));
    one.getPut()
        .summary("更改、暂停或恢复推送订阅 / Changes, pauses or resumes a subscription")
        .requestBody(asked)
        .responses(ok(JSON, shown));
    one.getDelete()
        .summary("删除推送订阅 / Ends a subscription")
        .responses(new ApiResponses().addApiResponse("204", new ApiResponse().description("gone")));
    Operation rotate = description.getPaths().get(Paths.WEBHOOKS + "/{id}/secrets").getPost();
    rotate
        .summary("更换推送密钥 / Makes a new secret; the one before signs as well for a day")
        .responses(ok(JSON, withSecret));
    Operation dead = get(description, "/webhooks/{id}/dead-letters");
    dead.summary("未能送达的推送 / Deliveries that were given up")
        .responses(ok(JSON, items(schema(Webhook.DeadLetter.class))));
    Operation again =
        description.getPaths().get(Paths.WEBHOOKS + "/{id}/dead-letters/{act}").getPost();
    again
        .summary("重新推送 / Has one sent again")
        .responses(new ApiResponses().addApiResponse("202", ok(JSON, shown).get("200")));
    Stream.of(all, one)
        .flatMap(path -> path.readOperations().stream())
        .forEach(DescribedAnswers::needsToken);
    Stream.of(rotate, dead, again).forEach(DescribedAnswers::needsToken);
  }

  private static Schema<?> items(Schema<?> item) {
    return new ObjectSchema().addProperty("items", new ArraySchema().items(item));
  }

  private static void needsToken(Operation operation) {
    operation.addSecurityItem(new SecurityRequirement().addList(OpenApiConfiguration.TOKEN));
  }

  private static void addFile(Operation operation, String type, Schema<?> schema) {
    operation
        .getResponses()
        .get("200")
        .getContent()
        .addMediaType(type, new MediaType().schema(schema));
  }

  private static Operation get(OpenAPI description, String path) {
    return description.getPaths().get(Paths.BASE + path).getGet();
  }

  static ApiResponses ok(String type, Schema<?> schema) {
    return new ApiResponses()
        .addApiResponse(
            "200",
            new ApiResponse()
                .description("OK")
                .content(new Content().addMediaType(type, new MediaType().schema(schema))));
  }

  private static void complete(Operation operation) {
    operation.getResponses().values().forEach(DescribedAnswers::name);
    addProblem(operation);
    Stream.ofNullable(operation.getParameters())
        .flatMap(List::stream)
        .filter(parameter -> "query".equals(parameter.getIn()))
        .forEach(parameter -> bound(parameter.getSchema()));
  }

  /** A handler that names no type answers with JSON, and not with anything. */
  private static void name(ApiResponse answer) {
    Content content = answer.getContent();
    if (content != null && content.containsKey(ANY)) {
      content.addMediaType(JSON, content.remove(ANY));
    }
  }

  /** What holds for every parameter, whichever controller reads it. */
  private static void bound(Schema<?> schema) {
    if (isOf("integer", schema)) {
      BigDecimal most = BigDecimal.valueOf(ViewParameters.NUMBER_MOST);
      schema.setMinimum(Optional.ofNullable(schema.getMinimum()).orElse(most.negate()));
      schema.setMaximum(Optional.ofNullable(schema.getMaximum()).orElse(most));
    } else if ("date".equals(schema.getFormat())) {
      schema.setPattern("^" + ViewParameters.DAY + "$");
    } else if (isOf("string", schema) && schema.getEnum() == null) {
      schema.setMinLength(Optional.ofNullable(schema.getMinLength()).orElse(1));
      schema.setMaxLength(
          Optional.ofNullable(schema.getMaxLength()).orElse(StrictParameters.VALUE_MOST));
    }
  }

  private static boolean isOf(String type, Schema<?> schema) {
    return type.equals(schema.getType())
        || schema.getTypes() != null && schema.getTypes().contains(type);
  }

  private static void addProblem(Operation operation) {
    operation
        .getResponses()
        .addApiResponse(
            "default",
            new ApiResponse()
                .description("Refused; the code says why")
                .content(
                    new Content()
                        .addMediaType(
                            "application/problem+json",
                            new MediaType().schema(reference("Problem")))));
  }

  private static Schema<?> outcome() {
    Schema<?> outcome = new ObjectSchema();
    for (RecordComponent member : OutcomeDocument.class.getRecordComponents()) {
      outcome.addProperty(member.getName(), new StringSchema());
    }
    StringSchema status = new StringSchema();
    Arrays.stream(OutcomeDocument.Status.values())
        .forEach(each -> status.addEnumItemObject(each.name()));
    return outcome
        .addProperty("status", status)
        .addProperty("block", new IntegerSchema().format("int64"))
        .addProperty("postings", new ArraySchema().items(new ObjectSchema()))
        .addProperty("references", new ArraySchema().items(new ObjectSchema()))
        .addProperty(
            View.CORRECTIONS, new ArraySchema().items(schema(Corrections.Correction.class)));
  }

  static Schema<?> reference(String name) {
    return new Schema<>().$ref(SCHEMAS + name);
  }

  /** The registry's own schema of a record, open for members that a list adds. */
  static Schema<?> schema(Class<? extends Record> type) {
    return schema(type, Set.of());
  }

  /**
   * The same, of which not everybody sees all.
   *
   * @param withheld pointers of members that are left out for some
   */
  static Schema<?> schema(Class<? extends Record> type, Collection<String> withheld) {
    ObjectNode json = org.grasslandcarbon.domain.json.JsonSchema.of(type);
    json.remove("additionalProperties");
    for (String pointer : withheld) {
      int last = pointer.lastIndexOf('/');
      JsonNode parent = json.at(pointer.substring(0, last).replace("/", "/properties/"));
      if (parent.path("required") instanceof ArrayNode required) {
        required.removeIf(name -> name.asString().equals(pointer.substring(last + 1)));
      }
    }
    return schema(json.toString());
  }

  /** A JSON Schema as the description has it. */
  static Schema<?> schema(String json) {
    try {
      return Json31.mapper().readValue(json, JsonSchema.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a schema: " + json, e);
    }
  }
}
