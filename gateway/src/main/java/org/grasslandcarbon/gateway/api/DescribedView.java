// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.json.JsonSchema;
import org.grasslandcarbon.domain.registry.Corrections;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.views.Member;
import org.grasslandcarbon.views.Parameter;
import org.grasslandcarbon.views.View;

/** Describes a view's list and its items for the API's description, as the view declares them. */
final class DescribedView {
  private final View view;

  DescribedView(View view) {
    this.view = view;
  }

  void describe(OpenAPI description) {
    String item = schemaName();
    description.getComponents().addSchemas(item, item());
    view.path()
        .ifPresent(
            path -> {
              add(description, "/" + path, list(item, List.of()));
              if (view.record().isPresent()) {
                describeItem(description, path, item);
              }
            });
    view.parent()
        .ifPresent(
            parent ->
                add(
                    description,
                    "/"
                        + parent.view().path().orElseThrow()
                        + "/{"
                        + parent.view().noun()
                        + "}/"
                        + parent.name(),
                    list(item, List.of(parent.view().noun()))));
  }

  private String schemaName() {
    return view.record()
        .filter(any -> view.some().isEmpty())
        .map(record -> record.recordClass().getSimpleName())
        .orElseGet(
            () ->
                Arrays.stream(view.noun().split("-"))
                    .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                    .collect(Collectors.joining()));
  }

  /** The record as it is stored, with what answers add. */
  private Schema<?> item() {
    Schema<?> schema =
        view.record()
            .<Schema<?>>map(
                record ->
                    DescribedAnswers.schema(
                        record.recordClass().asSubclass(Record.class),
                        view.visibility().narrower().keySet()))
            .orElseGet(ObjectSchema::new);
    Map<String, Schema<?>> objects = new LinkedHashMap<>();
    for (Member member : view.members()) {
      int point = member.name().indexOf('.');
      if (point < 0) {
        schema.addProperty(member.name(), member(member));
      } else {
        objects
            .computeIfAbsent(member.name().substring(0, point), any -> new ObjectSchema())
            .addProperty(member.name().substring(point + 1), member(member));
      }
    }
    objects.forEach(schema::addProperty);
    if (view.isCorrectable()) {
      schema.addProperty(
          View.CORRECTIONS,
          new ArraySchema().items(DescribedAnswers.schema(Corrections.Correction.class)));
    }
    view.attachments().forEach(each -> schema.addProperty(each.name(), new ObjectSchema()));
    return schema;
  }

  private static Schema<?> member(Member member) {
    if (member instanceof Member.Told told) {
      return switch (told.path().column().kind()) {
        case NUMBER -> new IntegerSchema().format("int64");
        case FLAG -> new BooleanSchema();
        case TIME -> new StringSchema().format("date-time");
        // Serials are lists, other texts are texts.
        case TEXT -> told.name().matches("serials|spellings") ? new Schema<>() : new StringSchema();
      };
    }
    if (member instanceof Member.Listed) {
      return new BooleanSchema();
    }
    if (member instanceof Member.LastDay) {
      return new StringSchema().format("date");
    }
    return member instanceof Member.Computed ? new Schema<>() : new IntegerSchema().format("int64");
  }

  private void describeItem(OpenAPI description, String path, String item) {
    int parts = view.idParts().size();
    Operation operation =
        operation("one")
            .responses(
                DescribedAnswers.ok(DescribedAnswers.JSON, DescribedAnswers.reference(item)));
    StringBuilder address = new StringBuilder("/" + path);
    for (int i = 0; i < parts; i++) {
      String name = view.idParts().get(i);
      address.append("/{").append(name).append('}');
      operation.addParametersItem(inPath(name));
    }
    add(description, address.toString(), operation);
  }

  private Operation list(String item, List<String> inPath) {
    Operation operation = operation("list");
    inPath.forEach(name -> operation.addParametersItem(inPath(name)));
    view.owners()
        .forEach(
            owner ->
                operation.addParametersItem(
                    query(
                        owner.parameter(),
                        owner.means().zh() + " / " + owner.means().en(),
                        ofType(ParticipantId.class))));
    view.concerning()
        .ifPresent(
            each ->
                operation.addParametersItem(
                    query(
                        each.parameter(),
                        each.means().zh() + " / " + each.means().en(),
                        ofType(ParticipantId.class))));
    view.ended()
        .ifPresent(
            any ->
                operation.addParametersItem(
                    query(
                        View.SERIAL,
                        "编号或编号段 / A serial number, or a block of them",
                        new StringSchema().minLength(1).maxLength(StrictParameters.VALUE_MOST))));
    view.parameters()
        .forEach(
            parameter ->
                operation.addParametersItem(
                    query(parameter.name(), described(parameter), schema(parameter))));
    operation.addParametersItem(
        query(
            "limit",
            "每页条数 / Items a page",
            new IntegerSchema()
                .minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(Paging.LIMIT_MOST))));
    operation.addParametersItem(
        query(
            "cursor",
            "上一页的 next / next of the page before",
            new StringSchema().pattern("^" + Paging.CURSOR + "$")));
    operation.addParametersItem(
        query(
            "lang",
            "导出文件的标题语言 / Language of headings in files",
            new StringSchema().addEnumItem("zh").addEnumItem("en")));
    operation.addParametersItem(
        query(
            ViewParameters.EXCEL,
            "供中文版 Excel 打开的 CSV / CSV for Excel as it is set up in China",
            new StringSchema().addEnumItem("zh")));
    List<ExportSchema> schemas = ExportSchema.of(view);
    if (!schemas.isEmpty()) {
      StringSchema choice = new StringSchema();
      schemas.forEach(each -> choice.addEnumItem(each.text()));
      operation.addParametersItem(
          query(ViewParameters.SCHEMA, "文件采用的列 / In whose columns a file is", choice));
    }
    Schema<?> page =
        new ObjectSchema()
            .addProperty("items", new ArraySchema().items(DescribedAnswers.reference(item)))
            .addProperty("next", new StringSchema().description("cursor of the next page, if any"))
            .addProperty("total", new IntegerSchema().format("int64"))
            .addProperty(
                "totalIsLeast",
                new BooleanSchema().description("present when there are more than total says"));
    ApiResponses responses = DescribedAnswers.ok(DescribedAnswers.JSON, page);
    responses
        .get("200")
        .getContent()
        .addMediaType("text/csv", new MediaType().schema(new StringSchema()))
        .addMediaType(
            ImportController.XLSX, new MediaType().schema(new StringSchema().format("binary")));
    return operation.responses(responses);
  }

  private static String described(Parameter parameter) {
    String means = parameter.means().zh() + " / " + parameter.means().en();
    return parameter.isPartOfName()
        ? means
            + "。汉字从任意一字起查，其他文字从单词开头起查 / Found from any Chinese character on, and in"
            + " other scripts from the beginning of a word on"
        : means;
  }

  private static Schema<?> schema(Parameter parameter) {
    if (parameter.sort() != Parameter.Sort.VALUE) {
      return new StringSchema().format("date");
    }
    Class<?> type = parameter.type();
    if (type == String.class) {
      return new StringSchema().minLength(1).maxLength(StrictParameters.VALUE_MOST);
    }
    return type == Integer.class || type == Long.class
        ? new IntegerSchema()
        : type == Boolean.class ? new BooleanSchema() : ofType(type);
  }

  private static Schema<?> ofType(Class<?> type) {
    return DescribedAnswers.schema(JsonSchema.ofType(type).toString());
  }

  private Operation operation(String what) {
    Operation operation =
        new Operation()
            .operationId(what + "-" + view.noun())
            .addTagsItem(
                view.path()
                    .orElseGet(() -> view.parent().orElseThrow().view().path().orElseThrow()))
            .summary(view.title().zh() + " / " + view.title().en());
    if (!view.visibility().isPublic()) {
      operation.addSecurityItem(new SecurityRequirement().addList(OpenApiConfiguration.TOKEN));
    }
    return operation;
  }

  private static io.swagger.v3.oas.models.parameters.Parameter inPath(String name) {
    return new PathParameter().name(name).required(true).schema(new StringSchema());
  }

  private static io.swagger.v3.oas.models.parameters.Parameter query(
      String name, String means, Schema<?> schema) {
    return new QueryParameter().name(name).description(means).schema(schema);
  }

  private static void add(OpenAPI description, String path, Operation operation) {
    description.getPaths().addPathItem(Paths.BASE + path, new PathItem().get(operation));
  }
}
