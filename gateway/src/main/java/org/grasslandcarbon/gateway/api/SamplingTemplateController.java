// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.preparation.PinnedProject;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.sheets.SamplingTable;
import org.grasslandcarbon.sheets.SamplingTemplate;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tables to fill in with the samplings of a survey. */
@RestController
@RequestMapping(Paths.BASE + "/methodologies/{id}/{version}/sampling-template")
@Open("empty tables of a public methodology")
final class SamplingTemplateController {
  private final Reader reader;

  SamplingTemplateController(Reader reader) {
    this.reader = reader;
  }

  @GetMapping
  ResponseEntity<byte[]> template(
      @PathVariable String id,
      @PathVariable String version,
      @RequestParam Optional<TemplateController.Format> format,
      @RequestParam Optional<SamplingTable> table,
      @RequestParam Optional<String> project)
      throws IOException {
    Methodology methodology =
        PinnedProject.methodology(reader, new MethodologyRef(id, version))
            .orElseThrow(Found::nothing);
    if (methodology.terms().samplings().isEmpty()) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("方法学 %s 不登记采样").en("under %s samplings are not recorded", methodology.version()));
    }
    SamplingTemplate template =
        new SamplingTemplate(methodology, TemplateController.strata(reader, project, methodology));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    String name = id + "-" + version + "-samplings";
    if (format.orElse(TemplateController.Format.xlsx) == TemplateController.Format.xlsx) {
      template.writeXlsx(file);
      return TemplateController.answer(file, name + ".xlsx", ImportController.XLSX);
    }
    SamplingTable one = table.orElse(SamplingTable.VALUES);
    template.writeCsv(one, file);
    return TemplateController.answer(file, name + "-" + one + ".csv", TemplateController.CSV);
  }
}
