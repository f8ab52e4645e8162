// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.grasslandcarbon.views.refusal.GatewayCode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends requests of every operation that a gateway describes, right, nearly right and wrong, as
 * anybody and as participants, and holds every answer against the description: a status and a type
 * that are declared, a body of the schema, a problem document with a code of the list, and nothing
 * of the program's insides. What it draws follows from the seed and from what the gateway answers.
 */
final class Fuzzer {
  /** More than one tells no more of a kind; some kinds are told at once. */
  private static final int FINDINGS_MOST = 20;

  private static final int TIMES_WITH_BODY = 5;

  /** Requests that need not be right: so many that each way of being refused is among them. */
  private static final int ASKED_LEAST = 150;

  /** Of each list: enough to choose from. */
  private static final int ITEMS_MOST = 30;

  /** What part of the time is for asking plainly: half of it. */
  private static final int INTRODUCTION = 2;

  private static final int SHOWN_MOST = 1_500;

  /** What a program says of its insides, which nobody outside is to read. */
  private static final Pattern INSIDES =
      Pattern.compile(
          "\\bat [a-z]+\\.[a-z.]+\\(|\\.java:[0-9]|Exception\\b|java\\.lang|org\\.springframework"
              + "|org\\.h2|tools\\.jackson|jdbc:|\\bSELECT .* FROM\\b|PRIVATE KEY");

  private static final Set<String> CODES =
      Stream.concat(
              Arrays.stream(ErrorCode.values()).map(Enum::name),
              Arrays.stream(GatewayCode.values()).map(Enum::name))
          .collect(Collectors.toSet());

  private static final Set<String> SENT_WITH_A_BODY = Set.of("POST", "PUT");
  private static final String PROBLEM = "application/problem+json";
  private static final String EVENTS = "text/event-stream";
  private static final String JSON = "application/json";

  private final RunningGateway gateway;
  private final List<Person> people;
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper mapper = JsonMapper.builder().build();
  private final Description description;
  private final Known known = new Known();
  private final Drawn drawn;
  private final List<String> findings = new ArrayList<>();
  private final Set<String> kinds = new TreeSet<>();
  private final Map<String, Integer> statuses = new TreeMap<>();
  private final Set<String> answered = new TreeSet<>();
  private final Map<String, List<JsonNode>> items = new TreeMap<>();
  private int requests;

  /**
   * @param people who may sign tokens and instructions
   */
  Fuzzer(RunningGateway gateway, List<Person> people, long seed) {
    this.gateway = gateway;
    this.people = List.copyOf(people);
    this.description = Description.of(mapper.readTree(gateway.get("/v3/api-docs").body()));
    this.drawn = new Drawn(description, known, new Random(seed));
    people.forEach(each -> known.learn("participant", each.id().value()));
    learnActions();
  }

  /** Ids and values of the actions' examples, so that instructions are about something. */
  private void learnActions() {
    Catalogue.actions().forEach(action -> known.learn(Codec.tree(action.example())));
    Catalogue.actions().forEach(action -> known.learn("action", action.name()));
  }

  /** What was found, each with the request and the answer. */
  List<String> findings() {
    return findings;
  }

  int requests() {
    return requests;
  }

  /** How many answers of which status there were. */
  Map<String, Integer> statuses() {
    return statuses;
  }

  /** The operations that were answered with success at least once. */
  Set<String> answered() {
    return answered;
  }

  /** All operations. */
  List<Description.Operation> operations() {
    return description.operations();
  }

  /**
   * Asks each operation in turn until the time is over; on a slow machine each once and some more.
   */
  void run(Duration time) {
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    introduce(begin + time.toNanos() / INTRODUCTION);
    for (Description.Operation operation : description.operations()) {
      ask(operation, true);
    }
    int asked = 0;
    while (true) {
      for (Description.Operation operation : description.operations()) {
        // What takes a body has more that can be wrong with it, and is where the rules are.
        int times = operation.bodies().isMissingNode() ? 1 : TIMES_WITH_BODY;
        for (int i = 0; i < times; i++) {
          boolean isOver = asked >= ASKED_LEAST && System.nanoTime() > end;
          if (isOver || findings.size() >= FINDINGS_MOST) {
            return;
          }
          ask(operation, false);
          asked++;
        }
      }
    }
  }

  /**
   * Asks plainly, lists first and then what they name, as one after another of the people until one
   * gets it: most of what there is is for some of them only, and what nobody was shown is tried by
   * nobody.
   */
  private void introduce(long end) {
    List<Description.Operation> ordered =
        description.operations().stream()
            .sorted(
                Comparator.comparing((Description.Operation each) -> !each.method().equals("GET"))
                    .thenComparing(each -> each.path().contains("{")))
            .toList();
    for (Description.Operation operation : ordered) {
      for (Person person : people) {
        if (System.nanoTime() > end || findings.size() >= FINDINGS_MOST) {
          return;
        }
        if (!answered.contains(operation.toString())) {
          ask(operation, true, Optional.of(person));
        }
      }
    }
  }

  /**
   * A request.
   *
   * @param method in capitals
   * @param address path and query
   * @param headers by name
   * @param body absent where there is none
   */
  private record Request(
      String method, String address, Map<String, String> headers, Optional<byte[]> body) {
    @Override
    public String toString() {
      return method
          + " "
          + address
          + "\n  "
          + headers
          + body.map(bytes -> "\n  " + shown(new String(bytes, StandardCharsets.UTF_8))).orElse("");
    }
  }

  private static String shown(String text) {
    return text.length() <= SHOWN_MOST ? text : text.substring(0, SHOWN_MOST) + "…";
  }

  private void ask(Description.Operation operation, boolean plainly) {
    ask(operation, plainly, Optional.empty());
  }

  private void ask(Description.Operation operation, boolean plainly, Optional<Person> as) {
    Map<String, String> headers = new LinkedHashMap<>();
    accept(operation, headers, plainly);
    as.ifPresentOrElse(
        person -> headers.put("Authorization", "Bearer " + person.token()),
        () -> token(headers, plainly));
    conditions(operation, headers, plainly);
    Optional<byte[]> body = body(operation, headers, as);
    String method =
        !plainly && drawn.chance(2)
            ? drawn.of(List.of("PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "X"))
            : operation.method();
    Request request = new Request(method, address(operation, plainly), headers, body);
    exchange(request).ifPresent(answer -> judge(operation, request, answer));
  }

  private void accept(
      Description.Operation operation, Map<String, String> headers, boolean plainly) {
    List<String> types =
        operation
            .answer(200)
            .map(told -> told.path("content").propertyNames().stream().toList())
            .orElse(List.of());
    if (plainly || drawn.chance(40)) {
      return;
    }
    headers.put(
        "Accept",
        drawn.chance(80) && !types.isEmpty()
            ? drawn.of(types)
            : drawn.of(
                List.of(
                    "*/*",
                    "text/html",
                    "application/pdf",
                    "text/csv",
                    "x",
                    "image/*;q=2",
                    ",",
                    JSON + ";q=0")));
  }

  /** What caches and those who go on with a file send. */
  private void conditions(
      Description.Operation operation, Map<String, String> headers, boolean plainly) {
    if (plainly || !operation.method().equals("GET")) {
      return;
    }
    if (drawn.chance(5)) {
      headers.put("If-None-Match", drawn.of(List.of("*", "\"x\"", "W/\"x\", \"y\"", "x", "\"")));
    }
    if (drawn.chance(5)) {
      headers.put(
          "Range", drawn.of(List.of("bytes=0-1", "bytes=-1", "bytes=9999999-", "bytes=1-0", "x")));
    }
  }

  /** With a token of somebody, as a rule; without; or with something that is none. */
  private void token(Map<String, String> headers, boolean plainly) {
    if (plainly || drawn.chance(60)) {
      headers.put("Authorization", "Bearer " + drawn.of(people).token());
    } else if (drawn.chance(20)) {
      Person somebody = drawn.of(people);
      Map<String, Object> claims = somebody.claims(Instant.now());
      claims.put(
          drawn.of(List.of("iss", "aud", "exp", "iat", "jti", "nbf")),
          drawn.chance(50) ? (Object) drawn.strange() : drawn.number(9));
      headers.put(
          "Authorization",
          drawn.of(
              List.of(
                  "Bearer " + somebody.sign("JWT", claims),
                  "Bearer a.b.c",
                  "Bearer",
                  "Basic YTpi",
                  "Bearer " + somebody.token() + "x")));
    }
  }

  private String address(Description.Operation operation, boolean plainly) {
    String path = operation.path();
    List<String> query = new ArrayList<>();
    Optional<JsonNode> item = item(operation);
    for (Description.Parameter parameter : operation.parameters()) {
      String name = parameter.name();
      if (parameter.inPath()) {
        path = path.replace("{" + name + "}", encoded(part(operation, parameter, item, plainly)));
      } else if (parameter.required()
          ? plainly || drawn.chance(95)
          : !plainly && drawn.chance(15)) {
        query.add(name + "=" + encoded(drawn.text(name, parameter.schema())));
        if (!plainly && drawn.chance(3)) {
          query.add(name + "=" + encoded(drawn.strange()));
        }
      }
    }
    if (!plainly && drawn.chance(3)) {
      query.add(encoded(drawn.strange()) + "=" + encoded(drawn.strange()));
    }
    if (!plainly && drawn.chance(2)) {
      query.add(drawn.of(List.of("%", "%zz=1", "a=%ff", "&&", "=", "a=%c0%ae", "a=b;c=d")));
    }
    return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
  }

  /** One of those that the list beside a path has answered: its parts belong together. */
  private Optional<JsonNode> item(Description.Operation operation) {
    List<JsonNode> some = operation.path().contains("/{") ? items.get(list(operation)) : null;
    return some == null ? Optional.empty() : Optional.of(drawn.of(some));
  }

  private static String list(Description.Operation operation) {
    return operation.path().substring(0, operation.path().indexOf("/{"));
  }

  /** A name in a path is as a rule one that the list beside it has answered. */
  private String part(
      Description.Operation operation,
      Description.Parameter parameter,
      Optional<JsonNode> item,
      boolean plainly) {
    if (!plainly && drawn.chance(15)) {
      return drawn.strange();
    }
    if (plainly || drawn.chance(70)) {
      for (String member : List.of(parameter.name(), "id", "code", "number")) {
        Optional<String> own =
            item.flatMap(each -> each.optional(member))
                .filter(value -> value.isString() || value.isIntegralNumber())
                .map(JsonNode::asString);
        if (own.isPresent()) {
          return own.get();
        }
      }
    }
    String list = list(operation);
    Random random = new Random(drawn.number(Integer.MAX_VALUE));
    return known
        .one(list + " " + parameter.name(), "", random)
        .or(() -> known.one(list + " id", "", random))
        .or(() -> known.one(parameter.name(), "", random))
        .orElseGet(() -> drawn.text(parameter.name(), parameter.schema()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * @param as who asks plainly for something right; absent where anything may be wrong with it
   */
  private Optional<byte[]> body(
      Description.Operation operation, Map<String, String> headers, Optional<Person> as) {
    if (!SENT_WITH_A_BODY.contains(operation.method())) {
      return Optional.empty();
    }
    List<String> types = new ArrayList<>(operation.bodies().propertyNames());
    if (types.isEmpty()) {
      types.add(JSON);
    }
    String type = drawn.of(types);
    headers.put(
        "Content-Type",
        as.isPresent() || drawn.chance(95)
            ? type
            : drawn.of(
                List.of(
                    "text/plain",
                    JSON,
                    "application/jose",
                    "x",
                    "multipart/form-data",
                    JSON + ";charset=utf-16")));
    if (operation.path().endsWith("/instructions")) {
      if (as.isPresent()) {
        return Optional.of(bytes(instruction()));
      }
      headers.put(
          "Prefer", drawn.chance(90) ? "wait=5" : drawn.strange().replaceAll("\\P{Print}", "?"));
      return Optional.of(bytes(drawn.chance(85) ? instruction() : drawn.strange()));
    }
    if (!type.contains("json")) {
      return Optional.of(bytes(drawn.strange().repeat(1 + drawn.number(20))));
    }
    JsonNode right = right(operation, operation.bodies().path(type).path("schema"));
    if (as.isPresent()) {
      return Optional.of(bytes(right.toString()));
    }
    return Optional.of(
        bytes(
            switch (drawn.number(10)) {
              case 0, 1 -> drawn.broken(right);
              case 2, 3, 4 -> drawn.changed(right).toString();
              default -> right.toString();
            }));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What the description says; where it says no more than that it is an object, an example. */
  private JsonNode right(Description.Operation operation, JsonNode schema) {
    if (operation.path().endsWith("/dry-runs")) {
      ActionType<?> action = drawn.of(Catalogue.actions());
      return Codec.tree(Map.of("action", action.name(), "args", args(action)));
    }
    for (var special :
        Map.of("/quantifications", "submitMonitoringReport", "/proposal-checks", "proposeProject")
            .entrySet()) {
      if (operation.path().endsWith(special.getKey())) {
        return Catalogue.actions().stream()
            .filter(each -> each.name().equals(special.getValue()))
            .map(this::args)
            .findFirst()
            .orElseThrow();
      }
    }
    return drawn.value("", schema, 0);
  }

  /** The example of an action, or of its schema, with something in it that there is. */
  private JsonNode args(ActionType<?> action) {
    JsonNode args = Codec.tree(action.example());
    for (int i = drawn.number(3); i > 0; i--) {
      args = drawn.changed(args);
    }
    return args;
  }

  private String instruction() {
    Person by = drawn.of(people);
    ActionType<?> action = drawn.of(Catalogue.actions());
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("action", action.name());
    payload.put("args", args(action));
    payload.put("id", UUID.randomUUID().toString());
    payload.put("notAfter", Instant.now().plus(Duration.ofMinutes(10)).toString());
    payload.put("participant", by.id().value());
    if (drawn.chance(10)) {
      payload.put(drawn.of(List.copyOf(payload.keySet())), drawn.strange());
    }
    return by.sign(SignedInstruction.TYPE, payload);
  }

  /** An answer, as far as it was read. */
  private record Answer(HttpResponse<?> head, byte[] body) {
    int status() {
      return head.statusCode();
    }

    String type() {
      return head.headers().firstValue("Content-Type").orElse("").split(";")[0].strip();
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  private Optional<Answer> exchange(Request request) {
    requests++;
    HttpRequest.Builder builder;
    try {
      builder =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + gateway.port() + request.address()))
              .timeout(Duration.ofSeconds(40))
              .method(
                  request.method(),
                  request
                      .body()
                      .map(HttpRequest.BodyPublishers::ofByteArray)
                      .orElseGet(HttpRequest.BodyPublishers::noBody));
      request.headers().forEach(builder::header);
    } catch (IllegalArgumentException e) {
      // No client sends such a thing by its own means.
      return Optional.empty();
    }
    try {
      return Optional.of(read(builder.build()));
    } catch (IOException atFirst) {
      // A connection that is reused may have been closed meanwhile, which is nobody's fault.
      try {
        return Optional.of(read(builder.build()));
      } catch (IOException again) {
        find("no answer", request, atFirst + "; " + again);
        return Optional.empty();
      }
    }
  }

  private Answer read(HttpRequest request) throws IOException {
    try {
      HttpResponse<InputStream> answer =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = answer.body()) {
        boolean hasNoEnd =
            answer.headers().firstValue("Content-Type").orElse("").startsWith(EVENTS);
        return new Answer(answer, hasNoEnd ? new byte[0] : in.readAllBytes());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void judge(Description.Operation operation, Request request, Answer answer) {
    statuses.merge(
        request.method().equals(operation.method())
            ? Integer.toString(answer.status())
            : answer.status() + " (other method)",
        1,
        Integer::sum);
    leaks(operation, request, answer);
    if (answer.status() >= 400) {
      problem(operation, request, answer);
    } else if (request.method().equals(operation.method())) {
      success(operation, request, answer);
    }
  }

  private void leaks(Description.Operation operation, Request request, Answer answer) {
    String token = request.headers().getOrDefault("Authorization", "");
    String told = answer.head().headers().map() + "\n" + answer.text();
    if (token.length() > 40 && told.contains(token.substring(token.length() - 40))) {
      find(operation + " tells the token", request, told);
    }
    if (answer.status() >= 400 && INSIDES.matcher(told).find()) {
      find(operation + " tells of the program", request, told);
    }
  }

  private void problem(Description.Operation operation, Request request, Answer answer) {
    if (request.method().equals("HEAD")) {
      if (answer.status() >= 500) {
        find(operation + " " + answer.status(), request, "");
      }
      return;
    }
    Optional<JsonNode> read = read(answer);
    if (!answer.type().equals(PROBLEM) || read.isEmpty()) {
      find(operation + " no problem document " + answer.status(), request, answer.text());
      return;
    }
    JsonNode problem = read.get();
    String code = problem.path("code").asString("");
    // Too much at once is no fault, whoever asks too much; a defect is one.
    boolean isBusy = answer.status() == 503 && problem.path("retryable").asBoolean(false);
    if (answer.status() >= 500 && !isBusy || code.equals(ErrorCode.INTERNAL.name())) {
      find(operation + " " + answer.status() + " " + code, request, answer.text());
    }
    if (!CODES.contains(code) || problem.path("status").asInt(0) != answer.status()) {
      find(operation + " unknown code " + code, request, answer.text());
    }
    List<String> faults =
        SchemaFaults.of(description, description.root().at("/components/schemas/Problem"), problem);
    if (!faults.isEmpty()) {
      find(operation + " problem " + faults, request, answer.text());
    }
  }

  private void success(Description.Operation operation, Request request, Answer answer) {
    if (answer.status() == 200) {
      answered.add(operation.toString());
    }
    JsonNode content = operation.answers().path(Integer.toString(answer.status())).path("content");
    // What the one who asks has already has no body, and is declared by HTTP itself.
    boolean isUnchanged =
        answer.status() == 304
            && request.headers().containsKey("If-None-Match")
            && answer.body().length == 0;
    boolean isDeclared = isUnchanged || operation.answers().has(Integer.toString(answer.status()));
    if (!isDeclared) {
      find(operation + " undeclared status " + answer.status(), request, answer.text());
    } else if (!content.isMissingNode() && !request.method().equals("HEAD")) {
      JsonNode media = content.path(answer.type());
      if (media.isMissingNode()) {
        find(operation + " undeclared type " + answer.type(), request, answer.text());
      } else if (answer.type().endsWith("json")) {
        body(operation, request, answer, media.path("schema"));
      }
    }
  }

  private void body(
      Description.Operation operation, Request request, Answer answer, JsonNode schema) {
    Optional<JsonNode> read = read(answer);
    if (read.isEmpty()) {
      find(operation + " no JSON", request, answer.text());
      return;
    }
    List<String> faults = SchemaFaults.of(description, schema, read.get());
    if (!faults.isEmpty()) {
      find(
          operation + " " + faults.get(0).replaceAll("/[0-9]+", "/#"),
          request,
          faults + "\n" + answer.text());
    }
    known.learn(read.get());
    for (JsonNode item : read.get().path("items")) {
      List<JsonNode> some = items.computeIfAbsent(operation.path(), any -> new ArrayList<>());
      if (some.size() < ITEMS_MOST) {
        some.add(item);
      }
      for (var member : item.properties()) {
        if (member.getValue().isString() || member.getValue().isIntegralNumber()) {
          known.learn(operation.path() + " " + member.getKey(), member.getValue().asString());
        }
      }
    }
  }

  private Optional<JsonNode> read(Answer answer) {
    try {
      return Optional.of(mapper.readTree(answer.body()));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private void find(String kind, Request request, String answer) {
    if (kinds.add(kind)) {
      findings.add("no. " + requests + ": " + kind + "\n" + request + "\n  → " + shown(answer));
    }
  }
}
