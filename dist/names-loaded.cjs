const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_template = require("./template.cjs");
const require_errors = require("./errors.cjs");
const require_pinned_images = require("./pinned-images.cjs");
const require_semver$1 = require("./semver.cjs");
// node_modules/dayjs/dayjs.min.js
var require_dayjs_min = require_rolldown_runtime.__commonJSMin(((exports, module, this$9) => {
	(function(t, e) {
		"object" == typeof exports && "undefined" != typeof module ? module.exports = e() : "function" == typeof define && define.amd ? define(e) : (t = "undefined" != typeof globalThis ? globalThis : t || self).dayjs = e();
	})(this$9, (function() {
		"use strict";
		var t = 1e3, e = 6e4, n = 36e5, r = "millisecond", i = "second", s = "minute", u = "hour", a = "day", o = "week", c = "month", f = "quarter", h = "year", d = "date", l = "Invalid Date", $ = /^(\d{4})[-/]?(\d{1,2})?[-/]?(\d{0,2})[Tt\s]*(\d{1,2})?:?(\d{1,2})?:?(\d{1,2})?[.:]?(\d+)?$/, y = /\[([^\]]+)]|YYYY|YY|M{1,4}|D{1,2}|d{1,4}|H{1,2}|h{1,2}|a|A|m{1,2}|s{1,2}|Z{1,2}|SSS/g, M = {
			name: "en",
			weekdays: "Sunday_Monday_Tuesday_Wednesday_Thursday_Friday_Saturday".split("_"),
			months: "January_February_March_April_May_June_July_August_September_October_November_December".split("_"),
			ordinal: function(t) {
				var e = [
					"th",
					"st",
					"nd",
					"rd"
				], n = t % 100;
				return "[" + t + (e[(n - 20) % 10] || e[n] || e[0]) + "]";
			}
		}, m = function(t, e, n) {
			var r = String(t);
			return !r || r.length >= e ? t : "" + Array(e + 1 - r.length).join(n) + t;
		}, v = {
			s: m,
			z: function(t) {
				var e = -t.utcOffset(), n = Math.abs(e), r = Math.floor(n / 60), i = n % 60;
				return (e <= 0 ? "+" : "-") + m(r, 2, "0") + ":" + m(i, 2, "0");
			},
			m: function t(e, n) {
				if (e.date() < n.date()) return -t(n, e);
				var r = 12 * (n.year() - e.year()) + (n.month() - e.month()), i = e.clone().add(r, c), s = n - i < 0, u = e.clone().add(r + (s ? -1 : 1), c);
				return +(-(r + (n - i) / (s ? i - u : u - i)) || 0);
			},
			a: function(t) {
				return t < 0 ? Math.ceil(t) || 0 : Math.floor(t);
			},
			p: function(t) {
				return {
					M: c,
					y: h,
					w: o,
					d: a,
					D: d,
					h: u,
					m: s,
					s: i,
					ms: r,
					Q: f
				}[t] || String(t || "").toLowerCase().replace(/s$/, "");
			},
			u: function(t) {
				return void 0 === t;
			}
		}, g = "en", D = {};
		D[g] = M;
		var p = "$isDayjsObject", S = function(t) {
			return t instanceof _ || !(!t || !t[p]);
		}, w = function t(e, n, r) {
			var i;
			if (!e) return g;
			if ("string" == typeof e) {
				var s = e.toLowerCase();
				D[s] && (i = s), n && (D[s] = n, i = s);
				var u = e.split("-");
				if (!i && u.length > 1) return t(u[0]);
			} else {
				var a = e.name;
				D[a] = e, i = a;
			}
			return !r && i && (g = i), i || !r && g;
		}, O = function(t, e) {
			if (S(t)) return t.clone();
			var n = "object" == typeof e ? e : {};
			return n.date = t, n.args = arguments, new _(n);
		}, b = v;
		b.l = w, b.i = S, b.w = function(t, e) {
			return O(t, {
				locale: e.$L,
				utc: e.$u,
				x: e.$x,
				$offset: e.$offset
			});
		};
		var _ = function() {
			function M(t) {
				this.$L = w(t.locale, null, !0), this.parse(t), this.$x = this.$x || t.x || {}, this[p] = !0;
			}
			var m = M.prototype;
			return m.parse = function(t) {
				this.$d = function(t) {
					var e = t.date, n = t.utc;
					if (null === e) return new Date(NaN);
					if (b.u(e)) return new Date();
					if (e instanceof Date) return new Date(e);
					if ("string" == typeof e && !/Z$/i.test(e)) {
						var r = e.match($);
						if (r) {
							var i = r[2] - 1 || 0, s = (r[7] || "0").substring(0, 3);
							return n ? new Date(Date.UTC(r[1], i, r[3] || 1, r[4] || 0, r[5] || 0, r[6] || 0, s)) : new Date(r[1], i, r[3] || 1, r[4] || 0, r[5] || 0, r[6] || 0, s);
						}
					}
					return new Date(e);
				}(t), this.init();
			}, m.init = function() {
				var t = this.$d;
				this.$y = t.getFullYear(), this.$M = t.getMonth(), this.$D = t.getDate(), this.$W = t.getDay(), this.$H = t.getHours(), this.$m = t.getMinutes(), this.$s = t.getSeconds(), this.$ms = t.getMilliseconds();
			}, m.$utils = function() {
				return b;
			}, m.isValid = function() {
				return !(this.$d.toString() === l);
			}, m.isSame = function(t, e) {
				var n = O(t);
				return this.startOf(e) <= n && n <= this.endOf(e);
			}, m.isAfter = function(t, e) {
				return O(t) < this.startOf(e);
			}, m.isBefore = function(t, e) {
				return this.endOf(e) < O(t);
			}, m.$g = function(t, e, n) {
				return b.u(t) ? this[e] : this.set(n, t);
			}, m.unix = function() {
				return Math.floor(this.valueOf() / 1e3);
			}, m.valueOf = function() {
				return this.$d.getTime();
			}, m.startOf = function(t, e) {
				var n = this, r = !!b.u(e) || e, f = b.p(t), l = function(t, e) {
					var i = b.w(n.$u ? Date.UTC(n.$y, e, t) : new Date(n.$y, e, t), n);
					return r ? i : i.endOf(a);
				}, $ = function(t, e) {
					return b.w(n.toDate()[t].apply(n.toDate("s"), (r ? [
						0,
						0,
						0,
						0
					] : [
						23,
						59,
						59,
						999
					]).slice(e)), n);
				}, y = this.$W, M = this.$M, m = this.$D, v = "set" + (this.$u ? "UTC" : "");
				switch (f) {
					case h: return r ? l(1, 0) : l(31, 11);
					case c: return r ? l(1, M) : l(0, M + 1);
					case o:
						var g = this.$locale().weekStart || 0, D = (y < g ? y + 7 : y) - g;
						return l(r ? m - D : m + (6 - D), M);
					case a:
					case d: return $(v + "Hours", 0);
					case u: return $(v + "Minutes", 1);
					case s: return $(v + "Seconds", 2);
					case i: return $(v + "Milliseconds", 3);
					default: return this.clone();
				}
			}, m.endOf = function(t) {
				return this.startOf(t, !1);
			}, m.$set = function(t, e) {
				var n, o = b.p(t), f = "set" + (this.$u ? "UTC" : ""), l = (n = {}, n[a] = f + "Date", n[d] = f + "Date", n[c] = f + "Month", n[h] = f + "FullYear", n[u] = f + "Hours", n[s] = f + "Minutes", n[i] = f + "Seconds", n[r] = f + "Milliseconds", n)[o], $ = o === a ? this.$D + (e - this.$W) : e;
				if (o === c || o === h) {
					var y = this.clone().set(d, 1);
					y.$d[l]($), y.init(), this.$d = y.set(d, Math.min(this.$D, y.daysInMonth())).$d;
				} else l && this.$d[l]($);
				return this.init(), this;
			}, m.set = function(t, e) {
				return this.clone().$set(t, e);
			}, m.get = function(t) {
				return this[b.p(t)]();
			}, m.add = function(r, f) {
				var d, l = this;
				r = Number(r);
				var $ = b.p(f), y = function(t) {
					var e = O(l);
					return b.w(e.date(e.date() + Math.round(t * r)), l);
				};
				if ($ === c) return this.set(c, this.$M + r);
				if ($ === h) return this.set(h, this.$y + r);
				if ($ === a) return y(1);
				if ($ === o) return y(7);
				var M = (d = {}, d[s] = e, d[u] = n, d[i] = t, d)[$] || 1, m = this.$d.getTime() + r * M;
				return b.w(m, this);
			}, m.subtract = function(t, e) {
				return this.add(-1 * t, e);
			}, m.format = function(t) {
				var e = this, n = this.$locale();
				if (!this.isValid()) return n.invalidDate || l;
				var r = t || "YYYY-MM-DDTHH:mm:ssZ", i = b.z(this), s = this.$H, u = this.$m, a = this.$M, o = n.weekdays, c = n.months, f = n.meridiem, h = function(t, n, i, s) {
					return t && (t[n] || t(e, r)) || i[n].slice(0, s);
				}, d = function(t) {
					return b.s(s % 12 || 12, t, "0");
				}, $ = f || function(t, e, n) {
					var r = t < 12 ? "AM" : "PM";
					return n ? r.toLowerCase() : r;
				};
				return r.replace(y, (function(t, r) {
					return r || function(t) {
						switch (t) {
							case "YY": return String(e.$y).slice(-2);
							case "YYYY": return b.s(e.$y, 4, "0");
							case "M": return a + 1;
							case "MM": return b.s(a + 1, 2, "0");
							case "MMM": return h(n.monthsShort, a, c, 3);
							case "MMMM": return h(c, a);
							case "D": return e.$D;
							case "DD": return b.s(e.$D, 2, "0");
							case "d": return String(e.$W);
							case "dd": return h(n.weekdaysMin, e.$W, o, 2);
							case "ddd": return h(n.weekdaysShort, e.$W, o, 3);
							case "dddd": return o[e.$W];
							case "H": return String(s);
							case "HH": return b.s(s, 2, "0");
							case "h": return d(1);
							case "hh": return d(2);
							case "a": return $(s, u, !0);
							case "A": return $(s, u, !1);
							case "m": return String(u);
							case "mm": return b.s(u, 2, "0");
							case "s": return String(e.$s);
							case "ss": return b.s(e.$s, 2, "0");
							case "SSS": return b.s(e.$ms, 3, "0");
							case "Z": return i;
						}
						return null;
					}(t) || i.replace(":", "");
				}));
			}, m.utcOffset = function() {
				return 15 * -Math.round(this.$d.getTimezoneOffset() / 15);
			}, m.diff = function(r, d, l) {
				var $, y = this, M = b.p(d), m = O(r), v = (m.utcOffset() - this.utcOffset()) * e, g = this - m, D = function() {
					return b.m(y, m);
				};
				switch (M) {
					case h:
						$ = D() / 12;
						break;
					case c:
						$ = D();
						break;
					case f:
						$ = D() / 3;
						break;
					case o:
						$ = (g - v) / 6048e5;
						break;
					case a:
						$ = (g - v) / 864e5;
						break;
					case u:
						$ = g / n;
						break;
					case s:
						$ = g / e;
						break;
					case i:
						$ = g / t;
						break;
					default: $ = g;
				}
				return l ? $ : b.a($);
			}, m.daysInMonth = function() {
				return this.endOf(c).$D;
			}, m.$locale = function() {
				return D[this.$L];
			}, m.locale = function(t, e) {
				if (!t) return this.$L;
				var n = this.clone(), r = w(t, e, !0);
				return r && (n.$L = r), n;
			}, m.clone = function() {
				return b.w(this.$d, this);
			}, m.toDate = function() {
				return new Date(this.valueOf());
			}, m.toJSON = function() {
				return this.isValid() ? this.toISOString() : null;
			}, m.toISOString = function() {
				return this.$d.toISOString();
			}, m.toString = function() {
				return this.$d.toUTCString();
			}, M;
		}(), Y = _.prototype;
		return O.prototype = Y, [
			["$ms", r],
			["$s", i],
			["$m", s],
			["$H", u],
			["$W", a],
			["$M", c],
			["$y", h],
			["$D", d]
		].forEach((function(t) {
			Y[t[1]] = function(e) {
				return this.$g(e, t[0], t[1]);
			};
		})), O.extend = function(t, e) {
			return t.$i || (t(e, _, O), t.$i = !0), O;
		}, O.locale = w, O.isDayjs = S, O.unix = function(t) {
			return O(1e3 * t);
		}, O.en = D[g], O.Ls = D, O.p = {}, O;
	}));
}));
// node_modules/dayjs/plugin/advancedFormat.js
var require_advancedFormat = require_rolldown_runtime.__commonJSMin(((exports, module, this$8) => {
	(function(e, t) {
		"object" == typeof exports && "undefined" != typeof module ? module.exports = t() : "function" == typeof define && define.amd ? define(t) : (e = "undefined" != typeof globalThis ? globalThis : e || self).dayjs_plugin_advancedFormat = t();
	})(this$8, (function() {
		"use strict";
		return function(e, t) {
			var r = t.prototype, n = r.format;
			r.format = function(e) {
				var t = this, r = this.$locale();
				if (!this.isValid()) return n.bind(this)(e);
				var s = this.$utils(), a = (e || "YYYY-MM-DDTHH:mm:ssZ").replace(/\[([^\]]+)]|Q|wo|ww|w|WW|W|zzz|z|gggg|GGGG|Do|X|x|k{1,2}|S/g, (function(e) {
					switch (e) {
						case "Q": return Math.ceil((t.$M + 1) / 3);
						case "Do": return r.ordinal(t.$D);
						case "gggg": return t.weekYear();
						case "GGGG": return t.isoWeekYear();
						case "wo": return r.ordinal(t.week(), "W");
						case "w":
						case "ww": return s.s(t.week(), "w" === e ? 1 : 2, "0");
						case "W":
						case "WW": return s.s(t.isoWeek(), "W" === e ? 1 : 2, "0");
						case "k":
						case "kk": return s.s(String(0 === t.$H ? 24 : t.$H), "k" === e ? 1 : 2, "0");
						case "X": return Math.floor(t.$d.getTime() / 1e3);
						case "x": return t.$d.getTime();
						case "z": return "[" + t.offsetName() + "]";
						case "zzz": return "[" + t.offsetName("long") + "]";
						default: return e;
					}
				}));
				return n.bind(this)(a);
			};
		};
	}));
}));
// node_modules/dayjs/plugin/dayOfYear.js
var require_dayOfYear = require_rolldown_runtime.__commonJSMin(((exports, module, this$7) => {
	(function(e, t) {
		"object" == typeof exports && "undefined" != typeof module ? module.exports = t() : "function" == typeof define && define.amd ? define(t) : (e = "undefined" != typeof globalThis ? globalThis : e || self).dayjs_plugin_dayOfYear = t();
	})(this$7, (function() {
		"use strict";
		return function(e, t, n) {
			t.prototype.dayOfYear = function(e) {
				var t = Math.round((n(this).startOf("day") - n(this).startOf("year")) / 864e5) + 1;
				return null == e ? t : this.add(e - t, "day");
			};
		};
	}));
}));
// node_modules/dayjs/plugin/isoWeek.js
var require_isoWeek = require_rolldown_runtime.__commonJSMin(((exports, module, this$6) => {
	(function(e, t) {
		"object" == typeof exports && "undefined" != typeof module ? module.exports = t() : "function" == typeof define && define.amd ? define(t) : (e = "undefined" != typeof globalThis ? globalThis : e || self).dayjs_plugin_isoWeek = t();
	})(this$6, (function() {
		"use strict";
		var e = "day";
		return function(t, i, s) {
			var a = function(t) {
				return t.add(4 - t.isoWeekday(), e);
			}, d = i.prototype;
			d.isoWeekYear = function() {
				return a(this).year();
			}, d.isoWeek = function(t) {
				if (!this.$utils().u(t)) return this.add(7 * (t - this.isoWeek()), e);
				var i, d, n, o, r = a(this), u = (i = this.isoWeekYear(), d = this.$u, n = (d ? s.utc : s)().year(i).startOf("year"), o = 4 - n.isoWeekday(), n.isoWeekday() > 4 && (o += 7), n.add(o, e));
				return r.diff(u, "week") + 1;
			}, d.isoWeekday = function(e) {
				return this.$utils().u(e) ? this.day() || 7 : this.day(this.day() % 7 ? e : e - 7);
			};
			var n = d.startOf;
			d.startOf = function(e, t) {
				var i = this.$utils(), s = !!i.u(t) || t;
				return "isoweek" === i.p(e) ? s ? this.date(this.date() - (this.isoWeekday() - 1)).startOf("day") : this.date(this.date() - 1 - (this.isoWeekday() - 1) + 7).endOf("day") : n.bind(this)(e, t);
			};
		};
	}));
}));
// node_modules/dayjs/plugin/localizedFormat.js
var require_localizedFormat = require_rolldown_runtime.__commonJSMin(((exports, module, this$5) => {
	(function(e, t) {
		"object" == typeof exports && "undefined" != typeof module ? module.exports = t() : "function" == typeof define && define.amd ? define(t) : (e = "undefined" != typeof globalThis ? globalThis : e || self).dayjs_plugin_localizedFormat = t();
	})(this$5, (function() {
		"use strict";
		var e = {
			LTS: "h:mm:ss A",
			LT: "h:mm A",
			L: "MM/DD/YYYY",
			LL: "MMMM D, YYYY",
			LLL: "MMMM D, YYYY h:mm A",
			LLLL: "dddd, MMMM D, YYYY h:mm A"
		};
		return function(t, o, n) {
			var r = o.prototype, i = r.format;
			n.en.formats = e, r.format = function(t) {
				void 0 === t && (t = "YYYY-MM-DDTHH:mm:ssZ");
				var o = this.$locale().formats, n = function(t, o) {
					return t.replace(/(\[[^\]]+])|(LTS?|l{1,4}|L{1,4})/g, (function(t, n, r) {
						var i = r && r.toUpperCase();
						return n || o[r] || e[r] || o[i].replace(/(\[[^\]]+])|(MMMM|MM|DD|dddd)/g, (function(e, t, o) {
							return t || o.slice(1);
						}));
					}));
				}(t, void 0 === o ? {} : o);
				return i.call(this, n);
			};
		};
	}));
}));
// node_modules/dayjs/plugin/timezone.js
var require_timezone = require_rolldown_runtime.__commonJSMin(((exports, module, this$4) => {
	(function(t, e) {
		"object" == typeof exports && "undefined" != typeof module ? module.exports = e() : "function" == typeof define && define.amd ? define(e) : (t = "undefined" != typeof globalThis ? globalThis : t || self).dayjs_plugin_timezone = e();
	})(this$4, (function() {
		"use strict";
		var t = {
			year: 0,
			month: 1,
			day: 2,
			hour: 3,
			minute: 4,
			second: 5
		}, e = {};
		return function(n, i, r) {
			var o, a = function(t, n, i) {
				void 0 === i && (i = {});
				var r = new Date(t);
				return function(t, n) {
					void 0 === n && (n = {});
					var i = n.timeZoneName || "short", r = t + "|" + i, o = e[r];
					return o || (o = new Intl.DateTimeFormat("en-US", {
						hour12: !1,
						timeZone: t,
						year: "numeric",
						month: "2-digit",
						day: "2-digit",
						hour: "2-digit",
						minute: "2-digit",
						second: "2-digit",
						timeZoneName: i
					}), e[r] = o), o;
				}(n, i).formatToParts(r);
			}, u = function(e, n) {
				for (var i = a(e, n), o = [], u = 0; u < i.length; u += 1) {
					var f = i[u], s = f.type, m = f.value, c = t[s];
					c >= 0 && (o[c] = parseInt(m, 10));
				}
				var l = o[3], d = 24 === l ? 0 : l, h = o[0] + "-" + o[1] + "-" + o[2] + " " + d + ":" + o[4] + ":" + o[5] + ":000", v = +e;
				return (r.utc(h).valueOf() - (v -= v % 1e3)) / 6e4;
			}, f = i.prototype;
			f.tz = function(t, e) {
				if (void 0 === t && (t = o), !this.isValid()) return this;
				var n, i = this.utcOffset(), a = this.toDate(), f = a.toLocaleString("en-US", { timeZone: t }), s = u(+a, t);
				if (!Number(s)) n = this.utcOffset(0, e);
				else if (n = r(f, { locale: this.$L }).$set("millisecond", this.$ms).utcOffset(s, !0), e) {
					var m = n.utcOffset();
					n = n.add(i - m, "minute");
				}
				return n.$x.$timezone = t, n;
			}, f.offsetName = function(t) {
				var e = this.$x.$timezone || r.tz.guess(), n = a(this.valueOf(), e, { timeZoneName: t }).find((function(t) {
					return "timezonename" === t.type.toLowerCase();
				}));
				return n && n.value;
			};
			var s = f.startOf;
			f.startOf = function(t, e) {
				if (!this.$x || !this.$x.$timezone) return s.call(this, t, e);
				var n = r(this.format("YYYY-MM-DD HH:mm:ss:SSS"), { locale: this.$L });
				return s.call(n, t, e).tz(this.$x.$timezone, !0);
			}, r.tz = function(t, e, n) {
				var i = n && e, a = n || e || o, f = u(+r(), a);
				if ("string" != typeof t) return r(t).tz(a);
				var s = r.utc(t, i).valueOf();
				if (Number.isNaN(s)) {
					var m = r(NaN);
					return m.$x.$timezone = a, m;
				}
				var c = function(t, e, n) {
					var i = t - 60 * e * 1e3, r = u(i, n);
					if (e === r) return [i, e];
					var o = u(i -= 60 * (r - e) * 1e3, n);
					return r === o ? [i, r] : [t - 60 * Math.min(r, o) * 1e3, Math.max(r, o)];
				}(s, f, a), l = c[0], d = c[1], h = r(l).utcOffset(d);
				return h.$x.$timezone = a, h;
			}, r.tz.guess = function() {
				return Intl.DateTimeFormat().resolvedOptions().timeZone;
			}, r.tz.setDefault = function(t) {
				o = t;
			};
		};
	}));
}));
// node_modules/dayjs/plugin/utc.js
var require_utc = require_rolldown_runtime.__commonJSMin(((exports, module, this$3) => {
	(function(t, i) {
		"object" == typeof exports && "undefined" != typeof module ? module.exports = i() : "function" == typeof define && define.amd ? define(i) : (t = "undefined" != typeof globalThis ? globalThis : t || self).dayjs_plugin_utc = i();
	})(this$3, (function() {
		"use strict";
		var t = "minute", i = /[+-]\d\d(?::?\d\d)?/g, e = /([+-]|\d\d)/g;
		return function(s, f, n) {
			var u = f.prototype;
			n.utc = function(t) {
				return new f({
					date: t,
					utc: !0,
					args: arguments
				});
			}, u.utc = function(i) {
				var e = n(this.toDate(), {
					locale: this.$L,
					utc: !0
				});
				return i ? e.add(this.utcOffset(), t) : e;
			}, u.local = function() {
				return n(this.toDate(), {
					locale: this.$L,
					utc: !1
				});
			};
			var r = u.parse;
			u.parse = function(t) {
				t.utc && (this.$u = !0), this.$utils().u(t.$offset) || (this.$offset = t.$offset), r.call(this, t);
			};
			var o = u.init;
			u.init = function() {
				if (this.$u) {
					var t = this.$d;
					this.$y = t.getUTCFullYear(), this.$M = t.getUTCMonth(), this.$D = t.getUTCDate(), this.$W = t.getUTCDay(), this.$H = t.getUTCHours(), this.$m = t.getUTCMinutes(), this.$s = t.getUTCSeconds(), this.$ms = t.getUTCMilliseconds();
				} else o.call(this);
			};
			var a = u.utcOffset;
			u.utcOffset = function(s, f) {
				var n = this.$utils().u;
				if (n(s)) return this.$u ? 0 : n(this.$offset) ? a.call(this) : this.$offset;
				if ("string" == typeof s && (s = function(t) {
					void 0 === t && (t = "");
					var s = t.match(i);
					if (!s) return null;
					var f = ("" + s[0]).match(e) || [
						"-",
						0,
						0
					], n = f[0], u = 60 * +f[1] + +f[2];
					return 0 === u ? 0 : "+" === n ? u : -u;
				}(s), null === s)) return this;
				var u = Math.abs(s) <= 16 ? 60 * s : s;
				if (0 === u) return this.utc(f);
				var r = this.clone();
				if (f) return r.$offset = u, r.$u = !1, r;
				var o = this.$u ? this.toDate().getTimezoneOffset() : -1 * this.utcOffset();
				return (r = this.local().add(u + o, t)).$offset = u, r.$x.$localOffset = o, r;
			};
			var h = u.format;
			u.format = function(t) {
				var i = t || (this.$u ? "YYYY-MM-DDTHH:mm:ss[Z]" : "");
				return h.call(this, i);
			}, u.valueOf = function() {
				var t = this.$utils().u(this.$offset) ? 0 : this.$offset + (this.$x.$localOffset || this.$d.getTimezoneOffset());
				return this.$d.valueOf() - 6e4 * t;
			}, u.isUTC = function() {
				return !!this.$u;
			}, u.toISOString = function() {
				return this.toDate().toISOString();
			}, u.toString = function() {
				return this.toDate().toUTCString();
			};
			var l = u.toDate;
			u.toDate = function(t) {
				return "s" === t && this.$offset ? n(this.format("YYYY-MM-DD HH:mm:ss:SSS")).toDate() : l.call(this);
			};
			var c = u.diff;
			u.diff = function(t, i, e) {
				if (t && this.$u === t.$u) return c.call(this, t, i, e);
				var s = this.local(), f = n(t).local();
				return c.call(s, f, i, e);
			};
		};
	}));
}));
// node_modules/dayjs/plugin/weekOfYear.js
var require_weekOfYear = require_rolldown_runtime.__commonJSMin(((exports, module, this$2) => {
	(function(e, t) {
		"object" == typeof exports && "undefined" != typeof module ? module.exports = t() : "function" == typeof define && define.amd ? define(t) : (e = "undefined" != typeof globalThis ? globalThis : e || self).dayjs_plugin_weekOfYear = t();
	})(this$2, (function() {
		"use strict";
		var e = "week", t = "year";
		return function(i, n, r) {
			var f = n.prototype;
			f.week = function(i) {
				if (void 0 === i && (i = null), null !== i) return this.add(7 * (i - this.week()), "day");
				var n = this.$locale().yearStart || 1;
				if (11 === this.month() && this.date() > 25) {
					var f = r(this).startOf(t).add(1, t).date(n), s = r(this).endOf(e);
					if (f.isBefore(s)) return 1;
				}
				var a = r(this).startOf(t).date(n).startOf(e).subtract(1, "millisecond"), o = this.diff(a, e, !0);
				return o < 0 ? r(this).startOf("week").week() : Math.ceil(o);
			}, f.weeks = function(e) {
				return void 0 === e && (e = null), this.week(e);
			};
		};
	}));
}));
// node_modules/dayjs/plugin/weekYear.js
var require_weekYear = require_rolldown_runtime.__commonJSMin(((exports, module, this$1) => {
	(function(e, t) {
		"object" == typeof exports && "undefined" != typeof module ? module.exports = t() : "function" == typeof define && define.amd ? define(t) : (e = "undefined" != typeof globalThis ? globalThis : e || self).dayjs_plugin_weekYear = t();
	})(this$1, (function() {
		"use strict";
		return function(e, t) {
			t.prototype.weekYear = function() {
				var e = this.month(), t = this.week(), n = this.year();
				return 1 === t && 11 === e ? n + 1 : 0 === e && t >= 52 ? n - 1 : n;
			};
		};
	}));
}));
// src/plan/names-date-format.ts
var import_dayjs_min = require_rolldown_runtime.__toESM(require_dayjs_min(), 1);
var import_advancedFormat = require_rolldown_runtime.__toESM(require_advancedFormat(), 1);
var import_dayOfYear = require_rolldown_runtime.__toESM(require_dayOfYear(), 1);
var import_isoWeek = require_rolldown_runtime.__toESM(require_isoWeek(), 1);
var import_localizedFormat = require_rolldown_runtime.__toESM(require_localizedFormat(), 1);
var import_timezone = require_rolldown_runtime.__toESM(require_timezone(), 1);
var import_utc = require_rolldown_runtime.__toESM(require_utc(), 1);
var import_weekOfYear = require_rolldown_runtime.__toESM(require_weekOfYear(), 1);
var import_weekYear = require_rolldown_runtime.__toESM(require_weekYear(), 1);
for (const plugin of [
	import_advancedFormat.default,
	import_dayOfYear.default,
	import_isoWeek.default,
	import_localizedFormat.default
]) import_dayjs_min.default.extend(plugin);
for (const plugin of [
	import_timezone.default,
	import_utc.default,
	import_weekOfYear.default,
	import_weekYear.default
]) import_dayjs_min.default.extend(plugin);
const tokens = new RegExp([
	...[
		/\[[^[]*\]/,
		/\\(?:Do|LTS|LT|([A-Za-z])\1*)/,
		/[DMQdWw]o|DDDo/
	],
	...[
		/Y{4,6}|YY/,
		/M{1,4}|D{1,4}|d{1,4}/,
		/w{1,2}|W{1,2}|g{1,5}|G{1,5}/
	],
	...[
		/H{1,2}|h{1,2}|k{1,2}|m{1,2}|s{1,2}|S{1,9}|ZZ?/,
		/LTS|LT|L{1,4}|l{1,4}/,
		/./
	]
].map(({ source }) => source).join("|"), "gs");
const own = {
	DDD: (date) => String(date.dayOfYear()),
	DDDD: (date) => String(date.dayOfYear()).padStart(3, "0"),
	E: (date) => String(date.isoWeekday()),
	Y: (date) => date.format("YYYY"),
	e: (date) => date.format("d"),
	gg: (date) => String(date.weekYear()).slice(-2),
	GG: (date) => String(date.isoWeekYear()).slice(-2)
};
const known = /^(?:Do|wo|YYYY|YY|M{1,4}|D{1,2}|d{1,4}|ww?|WW?|gggg|GGGG|HH?|hh?|kk?|mm?|ss?|LTS|LT|L{1,4}|l{1,4}|[QAa])$/;
function formatDate(milliseconds, format, zone) {
	const zoned = (0, import_dayjs_min.default)(milliseconds).tz(zone);
	const local = import_dayjs_min.default.utc(milliseconds).add(zoned.utcOffset(), "minute");
	return Array.from(format.matchAll(tokens), ([token]) => {
		if (/^\[./s.test(token)) return token.replace(/^\[|\]$/g, "");
		if (token.startsWith("\\")) return token.slice(1);
		if (/^S+$/.test(token)) return fraction(milliseconds, token.length);
		if (/^ZZ?$/.test(token)) return zoned.format(token);
		if (token === "x") return String(milliseconds);
		if (token === "X") return String(Math.floor(milliseconds / 1e3));
		if (known.test(token)) return local.format(token);
		const mine = own[token];
		if (mine !== void 0) return mine(local);
		if (/^(?:[DMQdW]o|DDDo|Y{5,6}|g+|G+|[yNz])$/.test(token)) throw new require_errors.UserError(`the date format \`${format}\` has \`${token}\`, which is not supported; one that is: \`YYYYMMDD-HHmmss\``);
		return token;
	}).join("");
}
function fraction(milliseconds, digits) {
	return String(new Date(milliseconds).getUTCMilliseconds()).padStart(3, "0").padEnd(9, "0").slice(0, digits);
}
// src/plan/names-expressions.ts
const onDefaultBranch = /create|discussion|issues|schedule/;
function render(template, moment, more = {}) {
	return require_template.renderTemplate(template, (expression) => more[expression.name] ?? expressionValue(expression, moment));
}
function renderTag(template, moment, more = {}) {
	return require_template.renderTemplate(template, (expression) => {
		const value = more[expression.name] ?? expressionValue(expression, moment);
		return expression.unescaped ? value : escapeHtml(value);
	});
}
function expressionValue({ name, format = "", zone }, moment) {
	const { event, now, committed } = moment;
	switch (name) {
		case "branch": return afterPrefix(event.ref, "refs/heads/");
		case "tag": return afterPrefix(event.ref, "refs/tags/");
		case "sha": return event.shortSha;
		case "base_ref": return event.baseRef;
		case "is_default_branch": return String(isDefaultBranch(event));
		case "is_not_default_branch": return String(!isDefaultBranch(event));
		case "date": return formatDate(now, format, zone);
		case "commit_date": return formatDate(committed, format, zone);
		default: throw new Error(`no template takes \`{{${name}}}\` here`);
	}
}
function afterPrefix(text, prefix) {
	return text.startsWith(prefix) ? text.slice(prefix.length) : "";
}
function isDefaultBranch({ ref, name, about }) {
	const branch = ref.replace(/^refs\/heads\//, "");
	if (branch === "") return false;
	return about?.defaultBranch === branch || onDefaultBranch.test(name);
}
function escapeHtml(text) {
	const entities = {
		"&": "&amp;",
		"<": "&lt;",
		">": "&gt;",
		"\"": "&quot;",
		"'": "&#x27;",
		"`": "&#x60;",
		"=": "&#x3D;"
	};
	return text.replace(/[&<>"'`=]/g, (sign) => entities[sign] ?? sign);
}
// src/plan/names-labels.ts
function labelsOf(given, moment, version) {
	const labels = new Map(Object.entries(generated(moment, version)));
	for (const template of given) {
		const { key, value } = pairOf(render(template, moment));
		labels.set(key, value);
	}
	return Array.from(labels).sort(([one], [other]) => one.localeCompare(other)).map(([key, value]) => `${key}=${value}`);
}
function annotationsOf(given, levels, { moment, version }) {
	const texts = given.map((template) => render(template, moment));
	if (levels.length === 0) return texts;
	const own = texts.filter((text) => require_template.levelsOf(text) !== void 0);
	const common = given.filter((_, index) => require_template.levelsOf(texts[index] ?? "") === void 0);
	const taken = new Set(own.flatMap((text) => {
		const { key } = pairOf(text.slice(text.indexOf(":") + 1));
		return require_template.levelsOf(text)?.map((level) => `${level}:${key}`) ?? [];
	}));
	const all = labelsOf(common, moment, version);
	return [...levels.flatMap((level) => all.map((label) => `${level}:${label}`)).filter((text) => !taken.has(pairOf(text).key)), ...own];
}
function pairOf(text) {
	const [key = "", ...value] = text.split("=");
	return {
		key,
		value: value.join("=")
	};
}
function generated({ event, committed }, version) {
	const { about, sha } = event;
	const prefix = "org.opencontainers.image";
	return {
		[`${prefix}.title`]: about?.name ?? "",
		[`${prefix}.description`]: about?.description ?? "",
		[`${prefix}.url`]: about?.url ?? "",
		[`${prefix}.source`]: about?.url ?? "",
		[`${prefix}.version`]: version ?? "",
		[`${prefix}.created`]: new Date(committed).toISOString(),
		[`${prefix}.revision`]: sha,
		[`${prefix}.licenses`]: about?.license ?? ""
	};
}
// node_modules/@renovatebot/pep440/lib/version.js
const VERSION_PATTERN = [
	"v?",
	"(?:",
	"(?:(?<epoch>[0-9]+)!)?",
	"(?<release>[0-9]+(?:\\.[0-9]+)*)",
	"(?<pre>",
	"[-_\\.]?",
	"(?<pre_l>(a|b|c|rc|alpha|beta|pre|preview))",
	"[-_\\.]?",
	"(?<pre_n>[0-9]+)?",
	")?",
	"(?<post>",
	"(?:-(?<post_n1>[0-9]+))",
	"|",
	"(?:",
	"[-_\\.]?",
	"(?<post_l>post|rev|r)",
	"[-_\\.]?",
	"(?<post_n2>[0-9]+)?",
	")",
	")?",
	"(?<dev>",
	"[-_\\.]?",
	"(?<dev_l>dev)",
	"[-_\\.]?",
	"(?<dev_n>[0-9]+)?",
	")?",
	")",
	"(?:\\+(?<local>[a-z0-9]+(?:[-_\\.][a-z0-9]+)*))?"
].join("");
const validRegex = new RegExp("^" + VERSION_PATTERN + "$", "i");
function valid(version) {
	return validRegex.test(version) ? version : null;
}
const cleanRegex = new RegExp("^\\s*" + VERSION_PATTERN + "\\s*$", "i");
function clean(version) {
	return stringify(parse(version, cleanRegex));
}
function parse(version, regex) {
	const { groups } = (regex || validRegex).exec(version) || {};
	if (!groups) return null;
	return {
		epoch: Number(groups.epoch ? groups.epoch : 0),
		release: groups.release.split(".").map(Number),
		pre: normalize_letter_version(groups.pre_l, groups.pre_n),
		post: normalize_letter_version(groups.post_l, groups.post_n1 || groups.post_n2),
		dev: normalize_letter_version(groups.dev_l, groups.dev_n),
		local: parse_local_version(groups.local)
	};
}
function stringify(parsed) {
	if (!parsed) return null;
	const { epoch, release, pre, post, dev, local } = parsed;
	const parts = [];
	if (epoch !== 0) parts.push(`${epoch}!`);
	parts.push(release.join("."));
	if (pre) parts.push(pre.join(""));
	if (post) parts.push("." + post.join(""));
	if (dev) parts.push("." + dev.join(""));
	if (local) parts.push(`+${local}`);
	return parts.join("");
}
function normalize_letter_version(letterIn, numberIn) {
	let letter = letterIn;
	let number = numberIn;
	if (letter) {
		if (!number) number = 0;
		letter = letter.toLowerCase();
		if (letter === "alpha") letter = "a";
		else if (letter === "beta") letter = "b";
		else if ([
			"c",
			"pre",
			"preview"
		].includes(letter)) letter = "rc";
		else if (["rev", "r"].includes(letter)) letter = "post";
		return [letter, Number(number)];
	}
	if (!letter && number) {
		letter = "post";
		return [letter, Number(number)];
	}
	return null;
}
function parse_local_version(local) {
	if (local) return local.split(/[._-]/).map((part) => Number.isNaN(Number(part)) ? part.toLowerCase() : Number(part));
	return null;
}
function explain(version) {
	const parsed = parse(version);
	if (!parsed) return parsed;
	const { epoch, release, pre, post, dev, local } = parsed;
	let base_version = "";
	if (epoch !== 0) base_version += epoch + "!";
	base_version += release.join(".");
	const is_prerelease = Boolean(dev || pre);
	const is_devrelease = Boolean(dev);
	const is_postrelease = Boolean(post);
	return {
		epoch,
		release,
		pre,
		post: post ? post[1] : post,
		dev: dev ? dev[1] : dev,
		local: local ? local.join(".") : local,
		public: stringify(parsed).split("+", 1)[0],
		base_version,
		is_prerelease,
		is_devrelease,
		is_postrelease
	};
}
// node_modules/@renovatebot/pep440/lib/specifier.js
const RANGE_PATTERN = [
	"(?<operator>(===|~=|==|!=|<=|>=|<|>))",
	"\\s*",
	"(",
	"(?<version>(?:" + VERSION_PATTERN.replace(/\?<\w+>/g, "?:") + "))",
	"(?<prefix>\\.\\*)?",
	"|",
	"(?<legacy>[^,;\\s)]+)",
	")"
].join("");
new RegExp("^" + RANGE_PATTERN + "$", "i");
// node_modules/@renovatebot/pep440/lib/semantic.js
function major(input) {
	const version = explain(input);
	if (!version) throw new TypeError("Invalid Version: " + input);
	return version.release[0];
}
function minor(input) {
	const version = explain(input);
	if (!version) throw new TypeError("Invalid Version: " + input);
	if (version.release.length < 2) return 0;
	return version.release[1];
}
function patch(input) {
	const version = explain(input);
	if (!version) throw new TypeError("Invalid Version: " + input);
	if (version.release.length < 3) return 0;
	return version.release[2];
}
// src/plan/names-rule-values.ts
var import_semver = require_rolldown_runtime.__toESM(require_semver$1.require_semver(), 1);
function ruleValue(rule, moment, warn) {
	const { event } = moment;
	switch (rule.type) {
		case "schedule":
			if (!event.name.includes("schedule")) return void 0;
			return {
				value: renderTag(rule.pattern, moment),
				latest: false
			};
		case "semver":
		case "pep440": return versionValue(rule, moment, warn);
		case "match": return matchValue(rule, moment, warn);
		case "edge": {
			const branch = afterPrefix(event.ref, "refs/heads/");
			const edge = rule.branch ?? event.about?.defaultBranch;
			return branch !== "" && branch === edge ? {
				value: "edge",
				latest: false
			} : void 0;
		}
		case "ref": return refValue(rule.event, event.ref);
		case "raw": return {
			value: renderTag(rule.value, moment),
			latest: false
		};
		case "sha":
			if (event.sha === "") return void 0;
			return {
				value: rule.format === "long" ? event.sha : event.shortSha,
				latest: false
			};
	}
}
const prefixes = {
	branch: "refs/heads/",
	tag: "refs/tags/",
	pr: "refs/pull/"
};
function refValue(kind, ref) {
	if (!ref.startsWith(prefixes[kind])) return void 0;
	const name = ref.slice(prefixes[kind].length);
	return kind === "pr" ? {
		value: name.replace(/\/merge$/, ""),
		latest: false
	} : {
		value: name,
		latest: kind === "tag"
	};
}
function sourceOf(value, moment) {
	if (value !== void 0) return renderTag(value, moment);
	const { ref } = moment.event;
	return ref.startsWith(prefixes.tag) ? ref.slice(prefixes.tag.length) : void 0;
}
function matchValue(rule, moment, warn) {
	const source = sourceOf(rule.value, moment);
	if (source === void 0) return void 0;
	const value = source.match(rule.pattern)?.[rule.group];
	if (value === void 0) {
		warn(`\`${rule.text}\` makes no tag: group ${rule.group} of its pattern is not in \`${source}\``);
		return;
	}
	return {
		value,
		latest: true
	};
}
function versionValue(rule, moment, warn) {
	const source = sourceOf(rule.value, moment);
	if (source === void 0) return void 0;
	const raw = matched(source, rule, warn).replaceAll("/", "-");
	const version = rule.type === "semver" ? semverOf(raw) : pep440Of(raw);
	if (version === void 0) {
		const standard = rule.type === "semver" ? "semver.org" : "PEP 440";
		warn(`\`${rule.text}\` makes no tag: \`${raw}\` is not a version as ${standard} has it`);
		return;
	}
	const { names, isFinal } = version;
	if (isFinal) return {
		value: renderTag(rule.pattern, moment, names),
		latest: true
	};
	return {
		value: require_template.isOnly(rule.pattern, "raw") ? names.raw : names.version,
		latest: false
	};
}
function matched(source, { match, text }, warn) {
	if (match === void 0) return source;
	const group = source.match(match)?.[1];
	if (group === void 0) warn(`\`${text}\`: the first group of \`match\` is not in \`${source}\``);
	return group ?? source;
}
function semverOf(raw) {
	const version = (0, import_semver.valid)(raw) === null ? null : (0, import_semver.parse)(raw, { loose: true });
	if (version === null) return void 0;
	return {
		names: {
			raw: version.raw,
			version: version.version,
			major: String(version.major),
			minor: String(version.minor),
			patch: String(version.patch)
		},
		isFinal: (0, import_semver.prerelease)(raw) === null
	};
}
function pep440Of(raw) {
	const version = valid(raw) === null ? null : explain(raw);
	if (version === null) return void 0;
	const { is_prerelease: pre, is_postrelease: post, is_devrelease: dev } = version;
	return {
		names: {
			raw,
			version: clean(raw) ?? raw,
			major: String(major(raw)),
			minor: String(minor(raw)),
			patch: String(patch(raw))
		},
		isFinal: !pre && !post && !dev
	};
}
// src/plan/names-plan.ts
function namesOf({ names, tags: whole }, moment) {
	const warnings = [];
	const { version, tagNames } = tagNamesOf(names, moment, (warning) => warnings.push(warning));
	const made = names.images.filter(({ enabled }) => enabled).flatMap(({ name }) => tagNames.map((tag) => `${name}:${tag}`));
	const texts = [...new Set([...made, ...whole.map(require_pinned_images.formatReference)])];
	return {
		version,
		tagNames,
		texts,
		tags: texts.map(referenceOf),
		warnings
	};
}
function tagNamesOf({ rules, flavor }, moment, warn) {
	const made = rules.toSorted((one, other) => other.priority - one.priority).filter((rule) => isEnabled(rule, moment)).flatMap((rule) => {
		const result = ruleValue(rule, moment, warn);
		const tag = result === void 0 ? "" : tagOf(result.value, {
			rule,
			flavor,
			moment
		});
		return result === void 0 || tag === "" ? [] : [{
			tag,
			latest: result.latest
		}];
	});
	const [first] = made;
	if (first === void 0) return {
		version: void 0,
		tagNames: []
	};
	const latest = flavor.latest === "auto" ? first.latest : flavor.latest;
	const tags = [...made.map(({ tag }) => tag), ...latest ? [latestOf(flavor, moment)] : []];
	return {
		version: first.tag,
		tagNames: [...new Set(tags)]
	};
}
function isEnabled({ enable, text }, moment) {
	const enabled = renderTag(enable, moment);
	if (enabled === "true" || enabled === "false") return enabled === "true";
	throw new require_errors.UserError(`\`tags\`: \`${text}\`: \`enable\` is \`${enabled}\`; it takes \`true\`, \`false\` or an expression such as \`{{is_default_branch}}\``);
}
function tagOf(value, { rule, flavor, moment }) {
	return sanitized(`${renderTag(rule.prefix ?? flavor.prefix.text, moment)}${value}${renderTag(rule.suffix ?? flavor.suffix.text, moment)}`);
}
function latestOf({ prefix, suffix }, moment) {
	const [before, after] = [prefix, suffix].map(({ text, onLatest }) => onLatest ? renderTag(text, moment) : "");
	return sanitized(`${before}latest${after}`);
}
function sanitized(tag) {
	return tag.replace(/[^\w.-]+/g, "-");
}
function referenceOf(text) {
	const reference = require_pinned_images.parseReference(text);
	if (reference.ok) return reference.value;
	throw new require_errors.UserError(`\`tags\`: the rules make \`${text}\`, which can't be: a tag has up to 128 letters, digits and \`_.-\`, and begins with neither \`.\` nor \`-\``);
}
exports.annotationsOf = annotationsOf;
exports.labelsOf = labelsOf;
exports.namesOf = namesOf;
