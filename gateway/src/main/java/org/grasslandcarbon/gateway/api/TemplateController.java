// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.preparation.PinnedProject;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.sheets.DataTable;
import org.grasslandcarbon.sheets.Template;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tables to fill in with monitoring data. */
@RestController
@RequestMapping(Paths.BASE + "/methodologies/{id}/{version}/template")
@Open("empty tables of a public methodology")
final class TemplateController {
  static final String CSV = "text/csv;charset=UTF-8";

  /** A period of a report touches no more years; keeps a template small. */
  private static final int YEARS_MOST = 12;

  private final Reader reader;

  TemplateController(Reader reader) {
    this.reader = reader;
  }

  /** How a template is written. */
  enum Format {
    /** One table. */
    csv,
    /** A workbook with all tables. */
    xlsx
  }

  @GetMapping
  ResponseEntity<byte[]> template(
      @PathVariable String id,
      @PathVariable String version,
      @RequestParam Optional<Format> format,
      @RequestParam Optional<DataTable> table,
      @RequestParam Optional<String> project,
      @RequestParam Optional<LocalDate> from,
      @RequestParam Optional<LocalDate> to)
      throws IOException {
    Methodology methodology =
        PinnedProject.methodology(reader, new MethodologyRef(id, version))
            .orElseThrow(Found::nothing);
    Template template =
        new Template(methodology, strata(reader, project, methodology), period(from, to));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    Format asked = format.orElse(Format.xlsx);
    if (asked == Format.xlsx) {
      template.writeXlsx(file);
      return answer(file, id + "-" + version + ".xlsx", ImportController.XLSX);
    }
    DataTable one = table.orElse(DataTable.ACTIVITY);
    if (!DataTable.of(methodology).contains(one)) {
      throw wrong(
          zh("该方法学的表为 %s").en("the tables of this methodology are %s", DataTable.of(methodology)));
    }
    template.writeCsv(one, file);
    return answer(file, id + "-" + version + "-" + one + ".csv", CSV);
  }

  /** The strata of a project of the version, if one is named. */
  static List<Stratum> strata(Reader reader, Optional<String> project, Methodology methodology) {
    if (project.isEmpty()) {
      return List.of();
    }
    PinnedProject pinned = PinnedProject.find(reader, project.get()).orElseThrow(Found::nothing);
    if (!pinned.methodology().version().equals(methodology.version())) {
      throw wrong(zh("该项目采用 %s").en("the project is pinned to %s", pinned.methodology().version()));
    }
    return pinned.project().design().strata();
  }

  private static Optional<DateRange> period(Optional<LocalDate> from, Optional<LocalDate> to) {
    if (from.isEmpty() && to.isEmpty()) {
      return Optional.empty();
    }
    if (from.isEmpty() || to.isEmpty() || to.get().isBefore(from.get())) {
      throw wrong(zh("from 和 to 须同时给出，且 from 在前").en("from and to are given together, from first"));
    }
    if (to.get().getYear() - from.get().getYear() >= YEARS_MOST) {
      throw wrong(
          zh("期间最多涉及 %s 个公历年").en("a period touches at most %s calendar years", YEARS_MOST));
    }
    return Optional.of(new DateRange(from.get(), to.get()));
  }

  private static RequestException wrong(Detail detail) {
    return new RequestException(GatewayCode.BAD_REQUEST, detail);
  }

  static ResponseEntity<byte[]> answer(ByteArrayOutputStream file, String name, String type) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(file.toByteArray());
  }
}
