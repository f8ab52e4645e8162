// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** An address that is read as JSON, CSV or XLSX; its method gives a {@link SheetAnswer}. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestMapping(
    method = RequestMethod.GET,
    produces = {MediaType.APPLICATION_JSON_VALUE, DocumentFiles.CSV, DocumentFiles.XLSX})
@interface GetSheet {
  /** The address, after that of the controller; none for the controller's own. */
  @AliasFor(annotation = RequestMapping.class, attribute = "path")
  String[] value() default {};
}
