// SPDX-License-Identifier: Apache-2.0
/** {@code grassland calendar}: working-day calendars. */
package org.grasslandcarbon.cli.calendar;
